"""Words that cards of mixed designs are made of: jobs, trades and places beyond those of the fixed set."""

from __future__ import annotations

from typing import Final

TITLES: Final = {
    "en": (
        "Gelato Maker", "Managing Director", "Head of Retail", "Associate Partner", "Lead Researcher", "Beekeeper",
        "Professor of Marketing", "Senior Lecturer", "Realtor", "Director, Strategic Alliances", "Paralegal", "CEO",
        "Chief of Staff", "VP Engineering", "Customer Coordinator", "Founder & CEO", "Executive Chef", "Illustrator",
        "Doctoral Student", "Regional Marketing Manager", "Trade Fairs Coordinator", "Inspector", "Key Account Manager",
        "Deputy Head of Mission", "Registrar", "Master Carpenter", "Investment Analyst", "Event Planner", "Proprietor",
        "Legal Counsel", "Wine Steward", "Product Designer", "Data Scientist", "Yoga Teacher", "Sales Representative",
        "Research Director", "Principal Surveyor", "General Manager, Northern Region", "Assistant to the President",
        "Director of Development and Alumni Relations", "Senior Vice President, Commercial Lending", "Undertaker",
    ),
    "de": (
        "Leiter Vertrieb Außendienst", "Bereichsleiterin", "Hausverwalter", "Imkerin", "Diplom-Psychologin",
        "Wissenschaftliche Mitarbeiterin", "Steuerberater", "Inhaberin", "Bauleiter", "Referentin für Kultur",
        "Stellv. Geschäftsführer", "Kundenbetreuer", "Malermeister", "Fachärztin für Innere Medizin", "Pressesprecher",
    ),
    "fr": ("Chargée de mission", "Notaire", "Directeur adjoint", "Maître d'œuvre", "Avocate à la Cour", "Fleuriste",
           "Ostéopathe D.O.", "Conseillère en gestion", "Gérant", "Responsable Export Europe du Nord"),
    "es": ("Delegado Comercial", "Gestora Cultural", "Médico Especialista", "Socio Fundador", "Jefa de Ventas",
           "Coordinador de Proyectos"),
    "it": ("Titolare", "Geometra", "Direttore Vendite Estero", "Addetta Stampa", "Socio Fondatore", "Enologo"),
    "nl": ("Eigenaar", "Hoofd Bedrijfsvoering", "Makelaar", "Relatiebeheerder", "Directeur-eigenaar", "Vormgever"),
    "sv": ("Ägare", "Arkitekt SAR/MSA", "Platschef", "Säljare", "Vice VD", "Verksamhetsutvecklare"),
    "pt": ("Diretor Geral", "Consultora Imobiliária", "Sócia", "Enólogo", "Chefe de Divisão"),
    "pl": ("Właściciel", "Doradca klienta", "Zastępca Dyrektora", "Architekt", "Główny Księgowy"),
}  # fmt: skip
DEPARTMENTS: Final = {
    "en": ("Energy Sector Sales", "Department of Mathematics", "Precision Gauges Division", "Oncology Unit",
           "School of Nursing", "Office of the Registrar", "Cloud Service Department", "Export Section",
           "Fleet Operations", "Institutional Banking", "Edge Computing Section", "Faculty of Law", "Trading Desk"),
    "de": ("Abteilung Stadtplanung", "Institut für Thermodynamik", "Fachbereich Kultur", "Geschäftsbereich Wasser",
           "Vertrieb Innendienst", "Kreditorenbuchhaltung", "Lehrstuhl für Botanik"),
    "fr": ("Direction des Systèmes d'Information", "Pôle Innovation", "Département de Chimie", "Service Export"),
    "es": ("Área de Operaciones", "Dirección Técnica", "Facultad de Derecho"),
    "it": ("Divisione Estero", "Dipartimento di Fisica", "Ufficio Stampa"),
    "nl": ("Afdeling Inkoop", "Faculteit der Letteren", "Team Duurzaamheid"),
    "sv": ("Avdelningen för miljö", "Institutionen för fysik", "Affärsområde Skog"),
    "pt": ("Direção Comercial", "Gabinete de Imprensa", "Faculdade de Letras"),
    "pl": ("Wydział Prawa", "Biuro Zarządu", "Zakład Optyki"),
}  # fmt: skip
TRADES: Final = {
    "en": ("Fertilizer", "Surgical Aid", "Turf and Garden", "Holdings", "Realty", "Communications", "Motor Works",
           "Bakery", "Ventures", "Dental Care", "Consulting Group", "Systems", "Trading Company", "Studio", "Books",
           "Travel", "Farms", "Instruments", "Capital", "Media", "Yachts", "Law Office", "Architects", "Pharma"),
    "de": ("Heizungsbau", "Verlag", "Weinhandel", "Architekten", "Apotheke", "Bauträger", "Gartenbau", "Stahlbau",
           "Immobilien", "Software", "Hausverwaltung", "Bäckerei"),
    "fr": ("Fleurs", "Immobilier", "Avocats", "Traiteur", "Bâtiment", "Vignobles", "Édition"),
    "es": ("Asesores", "Muebles", "Inmobiliaria", "Logística", "Viajes"),
    "it": ("Vini", "Immobiliare", "Gioielli", "Trasporti", "Edilizia"),
    "nl": ("Makelaardij", "Advies", "Bloemen", "Installaties"),
    "sv": ("Bygg", "Arkitekter", "Redovisning", "Skog"),
    "pt": ("Imobiliária", "Calçado", "Turismo", "Azeites"),
    "pl": ("Nieruchomości", "Okna", "Transport", "Kancelaria"),
}  # fmt: skip
FIELDS: Final = ("Health", "Fisheries and Lake Transport", "Regional Studies", "Marine Energy", "Applied Science",
                 "Water Conservation", "Design & Technology", "Export Trade", "Culture", "Textile Research", "Botany",
                 "Materials and Process Engineering", "Finance", "Local History")  # fmt: skip
INSTITUTIONS: Final = ("University of {place}", "{place} State University", "{place} Council of {field}",
                       "Ministry of {field}", "Institute for {field}", "{place} Museum of {field}",
                       "National Bureau of {field}", "Foundation for {field}", "{place} Chamber of Commerce",
                       "Institute of {field}", "{place} City Hospital", "Embassy of {place}",
                       "Association of {place} Surveyors")  # fmt: skip
PLACES: Final = ("Wexfield", "Morges", "Tarnovia", "Halden", "Southmere", "Kivanda", "Estova", "Lindmark", "Brackwater",
                 "Ostrava", "Larkindale", "Portland", "Zürich", "Bergen", "Leiden", "Coimbra")  # fmt: skip
COUNTRY_WORDS: Final = {
    "US": "USA", "GB": "United Kingdom", "DE": "Germany", "AT": "Austria", "CH": "Switzerland", "FR": "France",
    "ES": "España", "IT": "Italia", "NL": "The Netherlands", "SE": "Sweden", "PT": "Portugal", "PL": "Poland",
}  # fmt: skip
HOUSES: Final = ("Atlas Center – Tower B", "Harbour House", "Building No. 7, Office 203", "Room 482", "P.O. Box 274",
                 "3rd Floor", "c/o Old Customs House", "Marina Trade District", "Technopark", "Suite 18",
                 "Hinterhaus, 2. OG", "Bâtiment C")  # fmt: skip
SLOGANS: Final = (
    "web platforms | database engineering", "Southern Voices. Worldwide Views.", "Independent Distributor",
    "Executive Search Counsellors", "Turf + Garden Improvement", "Way beyond the smart solutions", "Since 1987",
    "Restorative Family Dentistry", "Specialised in the packaging industry", "All brands and models", "fine gelato",
    "A subsidiary of the First Harlan Corporation", "a member of the Ostmark Group", "Part of Vestra Holding",
    "Architecture · Interiors · Landscape", "Weddings, portraits, events", "Ihr Partner für Fenster und Türen",
    "Planung · Beratung · Ausführung", "Meisterbetrieb seit 1921", "L'art de recevoir", "Vente – Location – Syndic",
    "Reformas en general", "Consulenza e progettazione", "Advies in groen", "Trygghet för hela familjen",
    "Ideas that travel", "Quality first", "We care for your garden", "Buy. Sell. Rent.", "Science for a better life",
    "Official partner of the Harbour Festival", "Funded by the Foundation for Applied Science", "think in colour",
)  # fmt: skip
EXTRAS: Final = (
    "Tax code: 0107385916", "USt-IdNr. DE129273398", "Reg. No. 4523112", "Mon–Fri 9–17", "By appointment only",
    "Office hours: Tue to Sat", "Lyon · Dakar · Amman · Sharjah", "Berlin | Wien | Zürich", "TV – DVD – Notebook",
    "Skype: studio.north", "80% recycled paper", "ISO 9001 certified", "P.IVA 01234567890", "CVR 27 54 11 98",
    "London · Paris · Lisbon", "Free consultation", "Delivery · Catering · Events", "Member of the Guild",
    "Scan me", "24 h service", "Established 1952", "No. 1 in the region", "Banners, Posters, Stickers",
)  # fmt: skip
UNLISTED: Final = (
    "Mezzosopran", "Tours & Reservations", "People & Culture", "Growth & Partnerships", "Customer Happiness",
    "Kundenglück", "Außendienst Nord", "Projektmanagement", "Anzeigenverkauf", "Technischer Dienst", "Chaos Pilot",
    "Mixed Media", "Wedding Planning", "Yoga & Breathwork", "Relation clientèle", "Communication visuelle",
    "Atención comercial", "Imagen y sonido", "Ventas mayoristas", "Progettazione d'interni", "Cucina e sala",
    "Binnendienst", "Klantgeluk", "Innesälj", "Kundansvar", "Vendas externas", "Obsługa sklepu", "Bridal & Hair",
    "Storytelling", "Fiddle & Voice", "Sourdough & Pastry", "Front of House", "Bookings", "Fleet & Yard",
)  # fmt: skip
"""What people print below their names where a title stands, in words of no list."""
GOODS: Final = (
    ("Drywall", "Decks & Fences", "Interior Painting", "Gutters", "Power Washing"),
    ("Energieausweise", "Baubegleitung", "Thermografie", "Förderanträge"),
    ("Massages", "Soins du visage", "Épilation", "Maquillage", "Manucure"),
    ("Bodas", "Comuniones", "Retratos", "Reportajes", "Vídeo"),
    ("Tende da sole", "Zanzariere", "Veneziane", "Porte blindate"),
    ("Bruidswerk", "Rouwwerk", "Abonnementen", "Workshops"),
    ("Kakel", "Badrum", "Altaner", "Fönsterbyten"),
    ("Wills & Probate", "Family Matters", "Landlord Disputes", "Powers of Attorney", "Lasting Trusts"),
    ("Brakes", "Clutches", "Exhausts", "Timing Belts", "MOTs", "Air-Con"),
    ("Remonty", "Wykończenia", "Glazura", "Elewacje"),
)  # fmt: skip
HOURS: Final = (
    ("Mo–Fr 8–12 Uhr", "Mo, Di, Do 14–18 Uhr"), ("Open daily 11 am – 10 pm",), ("Mon–Sat 9:00–18:00", "Sunday closed"),
    ("Lun–Vie 9:30–14:00 / 17:00–20:00",), ("Chiuso il lunedì",), ("Ouvert du mardi au samedi", "9h–12h / 14h–19h"),
    ("Sprechzeiten nach Vereinbarung",), ("Timings: 10 am to 1 pm", "Sunday holiday"),
)  # fmt: skip

"""Words that made-up people of eleven countries and nine languages are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Labels:
    """What a language prints before a contact point."""

    work: str
    mobile: str
    fax: str
    email: str
    website: str
    address: str


@dataclass(frozen=True, slots=True)
class Language:
    """Names of people, jobs and trades."""

    first_names: tuple[str, ...]
    last_names: tuple[str, ...]
    titles: tuple[str, ...]
    departments: tuple[str, ...]
    trades: tuple[str, ...]
    slogans: tuple[str, ...]
    honorifics: tuple[str, ...]
    labels: tuple[Labels, ...]


@dataclass(frozen=True, slots=True)
class Country:
    """How numbers, streets and companies are written in a country; # stands for a digit."""

    code: str
    language: str
    work: tuple[str, ...]
    mobile: tuple[str, ...]
    streets: tuple[str, ...]
    towns: tuple[str, ...]
    legal_forms: tuple[str, ...]
    domain: str


SHORT_LABELS: Final = Labels("T", "M", "F", "E", "W", "A")
STEMS: Final = (
    "Halmbrock", "Vestrana", "Orlindo", "Tamvik", "Quellora", "Brenavo", "Sundrela", "Korvanta", "Eltheim", "Marisola",
    "Nexbruck", "Pallingo", "Rovendal", "Zentavo", "Fjorlund", "Belcampo", "Drahtora", "Ivoryne", "Lumetra", "Castevio",
)  # fmt: skip
DEGREES: Final = ("MBA", "PhD", "M.Sc.", "CPA")

LANGUAGES: Final = {
    "en": Language(
        ("Harriet", "Owen", "Priya", "Desmond", "Fiona", "Callum", "Naomi", "Trevor", "Imogen", "Rupert"),
        ("Ashdown", "Pemberley", "Okafor", "Whitlock", "Marchetti", "Lindqvist", "Farrow", "Thistle", "Boone", "Raman"),
        ("Head of Purchasing", "Senior Architect", "Account Director", "Chief Financial Officer", "Sales Engineer",
         "Managing Partner", "Product Manager", "Operations Manager"),
        ("Facilities", "Customer Care", "Research & Development", "Corporate Finance", "Human Resources"),
        ("Logistics", "Robotics", "Partners", "Interiors", "Analytics", "Foods"),
        ("Moving what matters", "Built to be looked after", "Better by measure", "Ideas you can stand on"),
        ("Dr.", "Prof."),
        (Labels("Phone", "Mobile", "Fax", "Email", "Web", "Address"),
        Labels("Tel.", "Cell", "Fax", "E-mail", "Web", "Office"),
         Labels("Office", "Mob.", "Fax", "Mail", "Online", "Visit")),
    ),
    "de": Language(
        ("Friederike", "Jürgen", "Annegret", "Björn", "Mechthild", "Götz", "Swantje", "Lothar", "Käthe", "Ruprecht"),
        ("Hagenbrück", "Öttinger", "Weißflog", "Sturmfels", "Grünwaldt", "Kästner", "Liebknecht", "Brandauer",
         "Zöller"),
        ("Vertriebsleiterin", "Projektingenieur", "Geschäftsführer", "Leiterin Einkauf", "Rechtsanwalt",
         "Technischer Berater", "Prokurist", "Kaufmännische Leiterin"),
        ("Personalabteilung", "Qualitätssicherung", "Forschung und Entwicklung", "Öffentlichkeitsarbeit", "Einkauf"),
        ("Maschinenbau", "Logistik", "Gebäudetechnik", "Druckerei", "Werkzeuge"),
        ("Gut geplant. Gut gebaut.", "Wir bewegen Ideen", "Technik, die bleibt", "Qualität aus Leidenschaft"),
        ("Dr.", "Prof. Dr.", "Dipl.-Ing."),
        (Labels("Telefon", "Mobil", "Telefax", "E-Mail", "Internet", "Anschrift"),
        Labels("Tel.", "Mobil", "Fax", "Mail", "Web", "Adresse"),
         Labels("Fon", "Handy", "Fax", "E-Mail", "Web", "Büro")),
    ),
    "fr": Language(
        ("Clémence", "Thibault", "Apolline", "Jérôme", "Solène", "Gaëtan", "Maëlys", "Aurélien", "Océane", "Benoît"),
        ("Delacourt", "Marchandeau", "Lefèvre", "Beaufils", "Castagnier", "Guérin", "Montfort", "Perrault",
         "Rocheteau"),
        ("Directrice Commerciale", "Chef de Projet", "Responsable des Achats", "Ingénieur d'affaires", "Gérante",
         "Architecte associée", "Directeur Général"),
        ("Service Clientèle", "Ressources Humaines", "Recherche et Développement", "Service Juridique"),
        ("Conseil", "Menuiserie", "Transports", "Énergies", "Imprimerie"),
        ("Le sens du détail", "Bâtir ensemble demain", "L'énergie autrement"),
        ("Dr",),
        (Labels("Téléphone", "Portable", "Télécopie", "Courriel", "Site", "Adresse"),
        Labels("Tél.", "Mob.", "Fax", "E-mail", "Web", "Bureau"),
         Labels("Tél. fixe", "Tél. portable", "Fax", "Mél", "Internet", "Adresse")),
    ),
    "es": Language(
        ("Íñigo", "Consuelo", "Rubén", "Macarena", "Álvaro", "Begoña", "Joaquín", "Rocío", "Nicolás", "Lucía"),
        ("Villanueva Soto", "Iturralde", "Peñalver", "Castañeda", "Mondragón Ruiz", "Quiñones", "Barragán", "Zubiría"),
        ("Directora de Marketing", "Jefe de Obra", "Gerente Comercial", "Ingeniero Industrial", "Abogada",
         "Responsable de Compras", "Director Financiero"),
        ("Recursos Humanos", "Atención al Cliente", "Departamento de Calidad", "Comercio Exterior"),
        ("Construcciones", "Consultores", "Alimentación", "Ingeniería", "Transportes"),
        ("Soluciones con futuro", "Donde empieza el viaje", "Calidad que se nota"),
        ("Dra.", "D."),
        (Labels("Teléfono", "Móvil", "Fax", "Correo", "Web", "Dirección"),
        Labels("Tel.", "Móv.", "Fax", "E-mail", "Web", "Oficina")),
    ),
    "it": Language(
        ("Ludovica", "Gaspare", "Ornella", "Niccolò", "Fiammetta", "Tancredi", "Mirella", "Ruggero", "Serafina"),
        ("Bencivenga", "Quattrocchi", "Della Rovere", "Malaspina", "Fumagalli", "Tramontano", "Zanardelli", "Pesaro"),
        ("Responsabile Vendite", "Direttore Tecnico", "Amministratore Delegato", "Architetto", "Ingegnere Civile",
         "Responsabile Acquisti", "Consulente Legale"),
        ("Ufficio Acquisti", "Risorse Umane", "Ricerca e Sviluppo", "Assistenza Clienti"),
        ("Costruzioni", "Tessuti", "Arredamenti", "Meccanica", "Servizi"),
        ("L'arte di costruire", "Passione per il dettaglio", "Idee che prendono forma"),
        ("Dott.", "Ing.", "Avv."),
        (Labels("Telefono", "Cellulare", "Fax", "E-mail", "Sito", "Indirizzo"),
        Labels("Tel.", "Cell.", "Fax", "Mail", "Web", "Sede")),
    ),
    "nl": Language(
        ("Maartje", "Wouter", "Floortje", "Sjoerd", "Annelies", "Joost", "Hendrikje", "Bram", "Marijke"),
        ("van der Laan", "Hoogeveen", "de Ruyter", "Kuijpers", "Zandstra", "van Wijngaarden", "Terpstra", "Blokzijl"),
        ("Hoofd Inkoop", "Projectleider", "Commercieel Directeur", "Accountmanager", "Adviseur", "Bedrijfsleider"),
        ("Klantenservice", "Personeelszaken", "Afdeling Verkoop", "Onderzoek en Ontwikkeling"),
        ("Techniek", "Vastgoed", "Transport", "Bouwadvies", "Kwekerijen"),
        ("Samen verder bouwen", "Ruimte voor ideeën", "Vers van het land"),
        ("Drs.", "Ir."),
        (Labels("Telefoon", "Mobiel", "Fax", "E-mail", "Website", "Adres"),
        Labels("Tel.", "Mob.", "Fax", "Mail", "Web", "Kantoor")),
    ),
    "sv": Language(
        ("Åsa", "Torbjörn", "Linnéa", "Göran", "Märta", "Örjan", "Elsa", "Sixten", "Gunhild"),
        ("Ekström", "Hägglund", "Sjöstrand", "Lagerkvist", "Björkman", "Nordanå", "Wikström", "Åkerlind"),
        ("Försäljningschef", "Projektledare", "Verkställande direktör", "Inköpare", "Konsult", "Ekonomichef"),
        ("Kundtjänst", "Personalavdelningen", "Forskning och utveckling", "Marknad"),
        ("Teknik", "Fastigheter", "Snickeri", "Åkeri", "Förlag"),
        ("Nära naturen", "Vi bygger för framtiden", "Kvalitet i varje detalj"),
        ("Dr.",),
        (Labels("Telefon", "Mobil", "Fax", "E-post", "Webb", "Adress"),
        Labels("Tfn", "Mobil", "Fax", "E-post", "Hemsida", "Besök"),
         Labels("Växel", "Direkt", "Fax", "Epost", "Webb", "Adress")),
    ),
    "pt": Language(
        ("Gonçalo", "Leonor", "Tomé", "Conceição", "Duarte", "Inês", "Estêvão", "Benedita", "Simão"),
        ("Figueiredo", "Vasconcelos", "Assunção", "Magalhães", "Pinheiro", "Quaresma", "Bragança", "Sobral"),
        ("Diretora Comercial", "Gestor de Projetos", "Engenheiro Civil", "Advogada", "Sócio-Gerente",
         "Responsável de Compras"),
        ("Recursos Humanos", "Apoio ao Cliente", "Departamento Financeiro", "Qualidade"),
        ("Engenharia", "Construções", "Vinhos", "Cortiças", "Consultoria"),
        ("O futuro faz-se hoje", "Tradição e inovação", "Perto de si"),
        ("Dr.", "Eng."),
        (Labels("Telefone", "Telemóvel", "Fax", "E-mail", "Site", "Morada"),
        Labels("Tel.", "Tlm.", "Fax", "Correio", "Web", "Morada")),
    ),
    "pl": Language(
        ("Małgorzata", "Łukasz", "Bożena", "Przemysław", "Żaneta", "Zbigniew", "Agnieszka", "Świętosław", "Urszula"),
        ("Wróblewska", "Dąbrowicz", "Krzemiński", "Gołębiewski", "Szczęsny", "Jaźwińska", "Pągowski", "Źrebiec"),
        ("Dyrektor Handlowy", "Kierownik Produkcji", "Radca prawny", "Specjalista ds. zakupów", "Prezes Zarządu",
         "Inżynier sprzedaży"),
        ("Dział Sprzedaży", "Obsługa Klienta", "Dział Kadr", "Badania i Rozwój"),
        ("Budownictwo", "Logistyka", "Maszyny", "Drukarnia", "Meble"),
        ("Budujemy zaufanie", "Jakość od pokoleń", "Zawsze na czas"),
        ("dr", "mgr inż."),
        (Labels("Telefon", "Komórka", "Faks", "E-mail", "Strona", "Adres"),
        Labels("tel.", "kom.", "fax", "e-mail", "www", "adres")),
    ),
}  # fmt: skip

COUNTRIES: Final = (
    Country("US", "en",
            ("+1 212 555 01##", "(312) 555-01##", "617.555.01##", "503-555-01##", "+1 (206) 555-01##",
             "1-404-555-01##"),
            ("+1 646 555 01##", "(773) 555-01##", "415.555.01##"),
            ("{n}1 Larkspur Avenue, Suite 4{n}", "2{n}0 Copper Mill Road", "{n}40 W. Harbor Street, 6th Floor"),
            ("Portland, OR 97205", "Chicago, IL 60610", "Boston, MA 02116", "Seattle, WA 98104"),
            ("LLC", "Inc.", "Corp.", "Group"), "com"),
    Country("GB", "en",
            ("+44 20 7946 0###", "020 7946 0###", "+44 (0)113 496 0###", "0117 496 0###", "+44 (0) 20 7946 0###"),
            ("+44 7400 12####", "07400 12####", "+44 (0)7400 12####"),
            ("{n} Marrow Lane", "Unit {n}, Tanner's Yard", "4{n} Old Quay Street"),
            ("Bristol BS1 6QD", "Leeds LS1 4DL", "London SE1 7TP", "York YO1 7HH"), ("Ltd", "Limited", "LLP"),
            "co.uk"),
    Country("DE", "de",
            ("+49 30 23125 ###", "+49 (0)30 23125-###", "030 / 23125-###", "0 69 / 9 00 09-###",
             "+49 (0) 89 99998 ###"),
            ("+49 171 39200 ##", "0171 / 39 200 ##", "+49 (0)171 39200##"),
            ("Kranichweg {n}", "Am Alten Speicher 1{n}", "Lindenstraße {n}a", "Schützengasse {n}"),
            ("50667 Köln", "20457 Hamburg", "01067 Dresden", "D-70173 Stuttgart"),
            ("GmbH", "AG", "KG", "GmbH & Co. KG"), "de"),
    Country("AT", "de", ("+43 1 555 0###", "+43 (0)1 555 0###", "01 / 555 0###"),
            ("+43 664 55 01 ###", "0664 / 550 1###"),
            ("Rosengasse {n}", "Am Heumarkt 2{n}/7"), ("1030 Wien", "A-5020 Salzburg", "8010 Graz"),
            ("GmbH", "OG", "KG"), "at"),
    Country("CH", "de", ("+41 44 555 0# ##", "044 555 0# ##", "+41 (0)44 555 0# ##"),
            ("+41 79 555 0# ##", "079 555 0# ##"),
            ("Seestrasse 1{n}", "Im Grund {n}"), ("8001 Zürich", "CH-3011 Bern", "4051 Basel"), ("AG", "GmbH"), "ch"),
    Country("FR", "fr", ("+33 1 99 00 ## ##", "01 99 00 ## ##", "+33 (0)1 99 00 ## ##", "01.99.00.##.##"),
            ("06 12 00 ## ##", "+33 6 12 00 ## ##", "06.12.00.##.##"),
            ("{n}, rue des Tonneliers", "1{n} bis, avenue du Vieux Moulin", "{n}, place Saint-Éloi"),
            ("69002 Lyon", "33000 Bordeaux", "F-75011 Paris", "44000 Nantes Cedex 2"), ("SARL", "SAS", "S.A."), "fr"),
    Country("ES", "es", ("+34 91 555 0# ##", "91 555 0# ##", "+34 915 55 0# ##"), ("+34 612 55 0# ##", "612 550 ###"),
            ("Calle del Olivar, {n}", "Avda. de la Fuente {n}, 3º B", "Paseo de los Tilos, 1{n}"),
            ("28013 Madrid", "41004 Sevilla", "46002 Valencia"), ("S.L.", "S.A.", "S.L.U."), "es"),
    Country("IT", "it", ("+39 06 5550 ####", "06 5550 ####", "+39 02 5550 ####", "02.5550.####"),
            ("+39 340 55 50 ###", "340 5550 ###"),
            ("Via dei Fornai, {n}", "Corso Garibaldi 1{n}", "Piazza San Rocco, {n}"),
            ("20121 Milano", "00184 Roma", "50123 Firenze (FI)"), ("S.r.l.", "S.p.A.", "S.n.c."), "it"),
    Country("NL", "nl", ("+31 20 555 0###", "020 555 0###", "+31 (0)20 555 0###", "020 - 555 0###"),
            ("+31 6 55 00 ## ##", "06 - 5500 ####"),
            ("Keizersdam {n}", "Oude Houthaven 1{n}", "Molenweg {n}-II"),
            ("1012 AB Amsterdam", "3511 ED Utrecht", "9711 LM Groningen"), ("B.V.", "N.V.", "V.O.F."), "nl"),
    Country("SE", "sv", ("+46 8 465 004 ##", "08-465 004 ##", "+46 (0)8 465 004 ##"),
            ("070-174 06 ##", "+46 70 174 06 ##"),
            ("Hantverkargatan {n}", "Norra Hamnvägen 1{n}", "Box 2{n}7"),
            ("111 22 Stockholm", "411 05 Göteborg", "753 10 Uppsala"), ("AB", "HB"), "se"),
    Country("PT", "pt", ("+351 21 555 0###", "21 555 0###", "(+351) 21 555 0# ##"),
            ("+351 91 555 0###", "91 555 0# ##"),
            ("Rua das Oliveiras, {n}", "Av. da República, 1{n} - 2.º Dto.", "Largo do Moinho {n}"),
            ("1050-187 Lisboa", "4000-322 Porto", "3000-150 Coimbra"), ("Lda.", "S.A."), "pt"),
    Country("PL", "pl", ("+48 22 555 0# ##", "22 555 0# ##", "(22) 555 0# ##", "+48 (22) 555 0# ##"),
            ("+48 601 550 ###", "601 550 ###", "601-550-###"),
            ("ul. Młyńska {n}", "ul. Świętej Anny {n}/14", "al. Wiązowa 1{n}"),
            ("00-681 Warszawa", "31-004 Kraków", "61-808 Poznań"), ("Sp. z o.o.", "S.A.", "sp. j."), "pl"),
)  # fmt: skip

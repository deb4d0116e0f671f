"""What made-up people are made of: names, jobs and places of six countries; no name stands for a real person.

Phone numbers are of the ranges that each country's regulator keeps free for films and books (NANPA 555-01xx, Ofcom,
Bundesnetzagentur, ARCEP, PTS, ACMA), and mail goes to `.example` (RFC 2606): nobody is ever called or written to.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class City:
    """A town, the beginning of its postcodes, and the beginning of its free numbers; `#` stands for any digit."""

    name: str
    postcode: str
    phone: str


@dataclass(frozen=True, slots=True)
class Country:
    """The words of one country; `address` and `mobile` are patterns."""

    code: str
    first_names: tuple[str, ...]
    last_names: tuple[str, ...]
    titles: tuple[str, ...]
    legal_forms: tuple[str, ...]
    streets: tuple[str, ...]
    cities: tuple[City, ...]
    street_line: str
    town_line: str
    mobile: str
    """Empty where the country keeps no mobile numbers free."""
    labels: tuple[str, str, str]
    """What stands before a phone, a mobile and an e-mail on a card."""


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(","))


US: Final = Country(
    "US",
    _split(
        "Rebecca, Jacob, Miranda, Donald, Suzanne, Morgan, Isabelle, Rebekah, Bobby, Norma, Shane, Denise, Curtis, "
        "Consuelo, Darnell, Priya, Kenji, Lorraine, Marcus, Imani, Hector, Bridget, Wendell, Yolanda, Trevor, Amara"
    ),
    _split(
        "Calderon, Perry, Nicholson, Rojas, Savage, Valencia, Schokman, Nelson, Riddle, Whitlock, Okafor, Delacroix, "
        "Pemberton, Yamada, Castellano, Brandvold, Quigley, Farrow, Montalbán, Tillman, Ashdown, Kapoor, Vance, Hollis"
    ),
    _split(
        "Mortgage Loan Officer, Principal Architect, Regional Manager, Realtor, Research Scientist, Photographer, "
        "Project Manager, Head of Sales, Attorney at Law, Software Engineer, Chief Financial Officer, Account Manager, "
        "Civil Engineer, Marketing Director, Insurance Broker, Physical Therapist"
    ),
    _split("Inc., LLC, Corp., & Co., Partners"),
    _split(
        "Hannah Plaza, Bethany Road, Wesley Avenue, Cliff Street, Meadow Lane, Harbor Drive, Linden Court, Mill Road"
    ),
    (
        City("Boston, MA", "021##", "+1 617-555-01##"),
        City("Chicago, IL", "606##", "+1 312-555-01##"),
        City("Portland, OR", "972##", "+1 503-555-01##"),
        City("New York, NY", "100##", "+1 212-555-01##"),
        City("Austin, TX", "787##", "+1 512-555-01##"),
    ),
    "{number} {street}",
    "{city} {postcode}",
    "",
    ("T", "M", "E"),
)

GB: Final = Country(
    "GB",
    _split(
        "Harriet, Alistair, Priyanka, Owen, Felicity, Callum, Imogen, Rhys, Beatrice, Tariq, Elspeth, Duncan, Nadia, "
        "Gareth, Winifred, Kwame, Rosalind, Angus, Sunita, Barnaby, Morag, Leopold, Tamsin, Idris"
    ),
    _split(
        "Baxter, Thornbury, Macallister, Ashworth, Pryce, Kettlewell, Adeyemi, Fairclough, Hargreaves, Lockhart, "
        "Pemberley, Rahman, Stanhope, Tregenza, Wainwright, Yardley, Bellamy, Cavanagh, Dunmore, Eastwick, Gill, Nair"
    ),
    _split(
        "Managing Director, Chartered Surveyor, Solicitor, Head of Partnerships, Structural Engineer, Editor, "
        "Operations Manager, Quantity Surveyor, Finance Director, Business Development Manager, Curator, "
        "Management Consultant, Town Planner, Sales Executive"
    ),
    _split("Ltd, LLP, plc, & Sons"),
    _split(
        "Joseph Street, Orchard Road, Station Approach, Castle Gate, Weaver Row, Abbey Lane, Quay Street, Park View"
    ),
    (
        City("London", "EC2A #BQ", "+44 20 7946 0###"),
        City("Leeds", "LS1 #HT", "+44 113 496 0###"),
        City("Manchester", "M3 #LE", "+44 161 496 0###"),
        City("Edinburgh", "EH2 #DR", "+44 131 496 0###"),
        City("Birmingham", "B2 #QA", "+44 121 496 0###"),
    ),
    "{number} {street}",
    "{city} {postcode}",
    "",
    ("Tel", "Mob", "Email"),
)

DE: Final = Country(
    "DE",
    _split(
        "Theodor, Clelia, Tassilo, Anneliese, Bertram, Friederike, Jörg, Käthe, Leonhard, Mechthild, Ottilie, Rüdiger, "
        "Sieglinde, Ulrike, Volker, Wiebke, Yasemin, Emre, Hannelore, Gesine, Konrad, Lieselotte, Matthäus, Selin"
    ),
    _split(
        "Speer, Döhn, Burri, Röhricht, Stolze, Ahrendt, Bäumler, Clausnitzer, Dreyer, Eggebrecht, Fröhling, Grünewald, "
        "Hößl, Isenberg, Jürgensen, Kattenstroth, Lüdtke, Mühlbauer, Noack, Özkan, Petersen, Quandt, Rautenberg, Yıldız"
    ),
    _split(
        "Geschäftsführer, Leiterin Vertrieb, Projektleiter, Rechtsanwältin, Steuerberater, Leiter Entwicklung, "
        "Architektin, Prokurist, Einkaufsleiterin, Softwareentwickler, Produktmanagerin, Wirtschaftsprüfer, "
        "Fachärztin, Sachverständiger"
    ),
    _split("GmbH, AG, GmbH & Co. KG, KG, eG"),
    _split("Hermann-Ring, Lindenstraße, Am Speicher, Mühlenweg, Goetheplatz, Hafenallee, Kirchgasse, Gartenstraße"),
    (
        City("Berlin", "101##", "+49 30 23125 ###"),
        City("München", "803##", "+49 89 99998 ###"),
        City("Hamburg", "200##", "+49 40 66969 ###"),
        City("Köln", "506##", "+49 221 4710 ###"),
        City("Frankfurt am Main", "603##", "+49 69 90009 ###"),
    ),
    "{street} {number}",
    "{postcode} {city}",
    "+49 171 39200 ##",
    ("Tel.", "Mobil", "E-Mail"),
)

FR: Final = Country(
    "FR",
    _split(
        "Élisabeth, Aurélien, Brigitte, Célestin, Delphine, Étienne, Françoise, Gaëlle, Hervé, Inès, Joséphine, "
        "Lucien, Maëlys, Nolwenn, Octave, Pénélope, Raphaël, Solène, Thibault, Valérie, Amandine, Karim, "
        "Yasmine, Gustave"
    ),
    _split(
        "Maréchal, Didier, Beaulieu, Châtelain, Desrosiers, Évrard, Fournel, Guérin, Hébrard, Joubert, Kervella, "
        "Lacombe, Mercœur, Noailles, Ollivier, Pélissier, Quesnel, Roussin, Sauvage, Thévenot, Vasseur, Benali, Traoré"
    ),
    _split(
        "Chef de projet, Directrice générale, Avocat, Architecte, Responsable commerciale, Ingénieur, Notaire, "
        "Directeur financier, Chargée de communication, Consultant, Expert-comptable, Responsable achats, Gérante"
    ),
    _split("SARL, SAS, SA, & Fils"),
    _split(
        "rue des Tilleuls, avenue du Port, place du Marché, rue de la Forge, quai des Brumes, rue Haute, cours Vert"
    ),
    (
        City("Paris", "750##", "+33 1 99 00 ## ##"),
        City("Versailles", "780##", "+33 1 99 00 ## ##"),
        City("Saint-Denis", "932##", "+33 1 99 00 ## ##"),
    ),
    "{number} {street}",
    "{postcode} {city}",
    "",
    ("Tél.", "Port.", "Mél"),
)

SE: Final = Country(
    "SE",
    _split(
        "Frida, Gunnar, Astrid, Björn, Cecilia, Dag, Ebba, Fredrik, Göran, Hedvig, Ingemar, Josefin, Kerstin, Lennart, "
        "Märta, Nils, Ottilia, Pär, Ragnhild, Sixten, Tuva, Åke, Örjan, Samira"
    ),
    _split(
        "Björklund, Ahlgren, Bergqvist, Cederström, Dahlström, Ekholm, Forsgren, Granlund, Hägglund, Isaksson, "
        "Järvinen, Kjellberg, Lindqvist, Malmsten, Nyström, Öberg, Palmgren, Rosén, Sjödin, Törnqvist, Åkesson, Haddad"
    ),
    _split(
        "Försäljningschef, Verkställande direktör, Arkitekt, Projektledare, Jurist, Ekonomichef, Produktchef, "
        "Systemutvecklare, Inköpschef, Redaktör, Forskare, Verksamhetsutvecklare"
    ),
    _split("AB, HB, & Co AB"),
    _split("Storgatan, Hamngatan, Skolvägen, Kvarnbacken, Björkvägen, Kungsgränd, Sjöstigen"),
    (
        City("Stockholm", "111 ##", "+46 8 465 004 ##"),
        City("Göteborg", "411 ##", "+46 31 390 06 ##"),
    ),
    "{street} {number}",
    "{postcode} {city}",
    "+46 70 174 06 ##",
    ("Tel", "Mobil", "E-post"),
)

AU: Final = Country(
    "AU",
    _split(
        "Matilda, Lachlan, Kirra, Angus, Bronwyn, Jarrah, Saskia, Declan, Tahlia, Huon, Mirella, Nathaniel, Oriana, "
        "Quentin, Shanti, Vincenzo, Willa, Xanthe, Dimitri, Leilani, Thuy, Anoush"
    ),
    _split(
        "Willemsen, Barrowclough, Castellane, Doolan, Elphick, Featherstone, Gallagher, Hawthorne, Ishikawa, Jardine, "
        "Kostopoulos, Lam, McKinnon, Nguyen, O’Rourke, Papadakis, Quilty, Rosetti, Strachan, Tran, Underhill"
    ),
    _split(
        "General Manager, Marine Biologist, Account Director, Wine Maker, Site Manager, Principal Consultant, "
        "Landscape Architect, Head of Product, Mining Engineer, Policy Adviser, Veterinarian, Events Manager"
    ),
    _split("Pty Ltd, Group, & Associates"),
    _split("Wattle Street, Jetty Road, Banksia Avenue, Reservoir Road, Gumtree Lane, Kestrel Court, Bay Parade"),
    (
        City("Sydney NSW", "200#", "+61 2 5550 ####"),
        City("Melbourne VIC", "300#", "+61 3 7010 ####"),
    ),
    "{number} {street}",
    "{city} {postcode}",
    "",
    ("P", "M", "E"),
)

COUNTRIES: Final = (US, GB, DE, FR, SE, AU)

COMPANY_FIRST: Final = _split(
    "Prism, Cedar, Lind, Delta, Sable, Orbit, Ketting, Norris, Harbour, Juniper, Lumen, Marrow, Quarry, Raven, Silver, "
    "Tamarind, Umber, Verve, Willow, Zephyr, Amber, Birch, Cobalt, Dune, Ember, Fjord, Granite, Heron, Indigo, Jade"
)
COMPANY_SECOND: Final = _split(
    "works, logic, gate, line, stone, craft, field, bridge, house, mark, point, scape, wave, yard, path, forge, crest"
)
COMPANY_TRADE: Final = _split(
    "Homes, Labs, Capital, Studio, Engineering, Foods, Design, Legal, Advisory, Logistics, Software, Energy, Health"
)
DEPARTMENTS: Final = _split("Research & Development, Northwest, Strategy, Client Services, Operations, New Business")

TALKED_ABOUT: Final = (
    "first-time buyers who give up too early",
    "pumps that fail in winter",
    "finding people who speak Spanish",
    "how to fill a workshop on Mondays",
    "a school garden that needs a roof",
    "the move to a smaller office",
    "acoustics in open offices",
    "sailing, and why nobody is on time",
    "a patent that may run out",
    "hiring after a merger",
    "timber from the region",
    "an exhibition on bridges",
    "cycling to work in the rain",
    "a new line of oat bread",
)
FACTS: Final = (
    "Rows on Sundays",
    "Two daughters, the younger starts school",
    "No meetings before nine",
    "Drinks tea, never coffee",
    "Grew up by the sea",
    "Sings in a choir",
    "Plays chess by mail",
    "Has a dog called Pixel",
    "Prefers a walk to a table",
    "Learns Portuguese",
)
OFFERS: Final = (
    "Knows every lender in town",
    "A door to municipal water works",
    "Advice on export papers",
    "Can look over a lease",
    "A room for twenty people",
    "Doors to builders in Portland",
    "Prints large formats",
    "Speaks at schools",
)
TAGS: Final = ("partner", "client", "supplier", "press", "builder", "neighbour", "speaker", "alumni")
LOG_NOTES: Final = (
    "Few orders until spring. The team moves in June.",
    "Looks for a structural engineer who knows old roofs.",
    "Was glad that somebody asked about the choir.",
    "Takes over two sites in January.",
    "Will send the acoustics report next week.",
    "Thinks of working four days a week.",
    "Asked who could take over the stand at the fair.",
    "Told how the merger went. Needs time.",
)
NEEDS: Final = (
    "somebody who can look over a lease",
    "a lender for a first house",
    "large prints for an exhibition",
    "a room for a workshop",
    "a structural engineer who knows old roofs",
    "a speaker for a school",
    "help with export papers",
    "a builder in Portland",
)
REASONS_TO_MEET: Final = (
    "Both look for space to work in",
    "One builds pumps, the other repairs mills",
    "Both move a team this spring",
    "A roof that needs an engineer",
    "An exhibition that needs prints",
)
PROMISES: Final = (
    "Send the address of the printer",
    "Ask the chamber about the room",
    "Bring the book on bridges",
    "Call the lender about the rate",
)
EVENT_NAMES: Final = (
    "Founders’ Breakfast",
    "Housing Forum",
    "Maintenance Fair",
    "Builders’ Lunch",
    "Lab Open Day",
    "Harbour Walk",
    "Chamber Evening",
    "Design Week",
    "Water Congress",
    "Alumni Dinner",
    "Book Fair",
    "Energy Round Table",
)
EVENT_PLACES: Final = (
    "Kornhaus, Stuttgart",
    "Guildhall, Leeds",
    "Messe, Hannover",
    "The Foundry, Portland",
    "Science Park, Göteborg",
    "Pier 4, Boston",
    "Palais du Port, Paris",
    "Wharf 7, Sydney",
)
NO_STEP_REASONS: Final = ("Competitor, friendly", "Already close friends", "Retires this year")
DROP_REASONS: Final = ("No answer twice", "Moved abroad", "Asked not to be written to")

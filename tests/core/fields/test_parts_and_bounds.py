"""Where values begin and end: lines of a company, parts of an institution, what follows a title's comma, torn words."""

from __future__ import annotations

import pytest

from cardkeeper.fields.extract import extract
from cardkeeper.fields.phones import find_phones
from cardkeeper.model.cards import ReaderName, Reading
from cardkeeper.model.drafts import FieldName
from tests.core.fields.helpers_fields import column, line
from tests.core.fields.test_wider import said


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("tel. 41 555 02 38 w. 16", "41 555 02 38 w. 16"),
        ("Tel. 926 55 01 50 extensión 214", "926 55 01 50 extensión 214"),
        ("Tel.: +30 210 555 0261 (10 lines)", "+30 210 555 0261"),
    ],
)
def test_an_extension_is_kept_with_its_number_and_a_remark_is_not(printed: str, number: str) -> None:
    assert [phone.text for phone in find_phones(printed)] == [number]


@pytest.mark.parametrize("printed", ["CRP 06/155023", "BIG 49055022325"])
def test_a_number_in_the_register_of_a_profession_is_no_phone(printed: str) -> None:
    assert find_phones(printed) == []


def test_a_slogan_above_a_company_does_not_join_it() -> None:
    reading = column(("Quality first", 36), ("SDP LLC", 36), "", "Wanda Mohr", "Chief of Staff", "w.mohr@sdp-llc.com")
    assert said(reading, FieldName.COMPANY) == "SDP LLC"


def test_a_line_that_alone_spells_the_host_takes_none_from_above() -> None:
    reading = column(
        "Comhairle Contae", ("Dungarven County Council", 30), "", "Aoife Brien", "a.brien@dungarvencoco.ie"
    )
    assert said(reading, FieldName.COMPANY) == "Dungarven County Council"


def test_what_stands_by_itself_below_an_institution_is_a_part_of_it() -> None:
    reading = column(
        ("St. Brendan's Hospital", 40), "Spiritual Care", "", ("Ola King", 40), "Chaplain", "o.king@stbrendans.org"
    )
    assert said(reading, FieldName.DEPARTMENT) == "Spiritual Care"
    assert said(reading, FieldName.COMPANY) == "St. Brendan's Hospital"


def test_a_slogan_below_a_firm_is_no_part_of_it() -> None:
    reading = column(("Aldwin & Sons Ltd", 40), "Spiritual Care", "", ("Ola King", 40), "Manager", "o.king@aldwin.com")
    assert said(reading, FieldName.DEPARTMENT) == ""


def test_a_field_of_work_behind_a_comma_is_a_part_of_the_title() -> None:
    reading = column(("Zoran Petrovski", 40), "First Secretary, Economic & Commercial Section", "z.petrovski@est.org")
    assert said(reading, FieldName.TITLE) == "First Secretary, Economic & Commercial Section"


def test_a_department_named_as_one_behind_a_comma_is_none() -> None:
    reading = column(
        ("Daegu University", 40),
        "",
        ("Sungwook Bae", 40),
        "Assistant Professor, Department of Robotics",
        "bae@daegu.kr",
    )
    assert said(reading, FieldName.TITLE) == "Assistant Professor"
    assert said(reading, FieldName.DEPARTMENT) == "Department of Robotics"


def test_one_of_a_list_of_trades_is_no_title() -> None:
    reading = column(
        ("Spotless & Co.", 50), "Residential | Commercial | Move-Out", "", "Jackie Morales", "702 555 0148"
    )
    assert said(reading, FieldName.TITLE) == ""


def test_a_house_above_its_town_is_a_part_of_the_address() -> None:
    reading = column(
        ("Ruderclub Undine e. V.", 40),
        "",
        ("Gesine Petermann", 40),
        "Kassenwartin",
        "",
        "Bootshaus am Werder",
        "27283 Verden",
        "04231 55 01 19",
    )
    assert said(reading, FieldName.ADDRESS) == "Bootshaus am Werder, 27283 Verden"


def test_a_second_office_is_not_taken_into_the_first_address() -> None:
    reading = column(
        ("Elinor Hilmer", 40),
        "",
        "7, rue des Tonneliers",
        "44000 Nantes Cedex 2",
        "14 bis, avenue du Vieux Moulin",
        "69002 Lyon",
    )
    assert said(reading, FieldName.ADDRESS).split(" / ")[0] == "7, rue des Tonneliers, 44000 Nantes Cedex 2"


def test_a_title_in_front_of_brackets_is_no_end_of_a_name() -> None:
    reading = column(("Alpenholz GmbH", 50), "", ("Mag. (FH) Gernot Zirngast", 40), "Prokurist", "Leitung Einkauf")
    assert said(reading, FieldName.NAME) == "Mag. (FH) Gernot Zirngast"
    assert said(reading, FieldName.TITLE) == "Prokurist, Leitung Einkauf"


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("Ges to ra Cultural", "Gestora Cultural"),
        ("Zastepca Dyrektora", "Zastępca Dyrektora"),
        ("SALJARE", "SÄLJARE"),
        ("INGENIERO TECNICO", "INGENIERO TECNICO"),
        ("REALTORO", "REALTOR®"),
    ],
)
def test_titles_are_spelt_as_they_are_printed(printed: str, meant: str) -> None:
    assert said(column(("Anna Berg", 40), printed, "anna.berg@nordlicht.com"), FieldName.TITLE) == meant


def test_a_small_l_before_capitals_is_a_capital_i() -> None:
    assert said(column(("Anil Wadhwani, lAS", 40), "Principal Secretary"), FieldName.NAME) == "Anil Wadhwani, IAS"


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("Dabex Sp. z 0.0.", "Dabex Sp. z o.o."),
        ("Anadolu Mermer A.$.", "Anadolu Mermer A.Ş."),
        ("Nord A.S", "Nord A.S"),
    ],
)
def test_legal_forms_are_spelt_as_they_are_called(printed: str, meant: str) -> None:
    assert said(column((printed, 50), "", ("Anna Berg", 40), "Manager"), FieldName.COMPANY) == meant


@pytest.mark.parametrize("trade", ["Live Music Photography", "illustration & editorial design"])
def test_a_trade_below_the_name_is_the_title_of_who_works_alone(trade: str) -> None:
    draft = extract(column(("Mateo Lindqvist", 50), trade, "", "mateo@lindqvist.example", "+46 73 555 01 82"))
    assert (draft.text(FieldName.TITLE), draft.text(FieldName.COMPANY)) == (trade, "")


def test_a_line_below_the_legal_form_is_no_part_of_the_company() -> None:
    reading = column(
        ("D. Ashworth & Son Ltd", 40),
        ("Heating Engineers", 36),
        "",
        "",
        "Dean Ashworth",
        "dean@ashworthheating.example",
    )
    assert said(reading, FieldName.COMPANY) == "D. Ashworth & Son Ltd"


def test_the_town_above_its_address_is_not_said_twice() -> None:
    reading = column(("Sandrine Delessert", 40), "Notaire", "", "Morges", "Grand-Rue 55", "1110 Morges")
    assert said(reading, FieldName.ADDRESS) == "Grand-Rue 55, 1110 Morges"


def test_a_town_may_stand_above_its_street() -> None:
    reading = column(
        ("Pierfrancesco Lo Verde", 40), "Avvocato", "", "90139 Palermo", "Via Libertà 155", "", "p.loverde@fblegale.it"
    )
    assert said(reading, FieldName.ADDRESS) == "90139 Palermo, Via Libertà 155"


@pytest.mark.parametrize("handle", ["LinkedIn /in/deepikaraghu", "@deepika.raghu"])
def test_a_handle_is_no_part_of_the_address_below_it(handle: str) -> None:
    reading = column(("Deepika Raghu", 40), "Product Manager", "", handle, "1918 Eighth Avenue, Seattle, WA 98101")
    assert said(reading, FieldName.ADDRESS) == "1918 Eighth Avenue, Seattle, WA 98101"


def test_a_box_and_its_postcode_are_one_address() -> None:
    reading = column(("Ingrid Thorvaldsen", 40), "Group CFO", "", "Postboks 1855 Vika", "NO-0123 Oslo")
    assert said(reading, FieldName.ADDRESS) == "Postboks 1855 Vika, NO-0123 Oslo"


def test_one_of_several_offices_is_called_by_a_number() -> None:
    reading = column(
        ("Thuy Nguyen", 40), "Owner", "", "Location #1: 4455 Bellaire Blvd, Houston, TX 77401", "", "thuy@web.de"
    )
    assert said(reading, FieldName.ADDRESS) == "4455 Bellaire Blvd, Houston, TX 77401"


def test_an_office_and_a_home_are_two_addresses_without_the_words_before_them() -> None:
    reading = column(
        ("Rakesh Daga", 40),
        "Chartered Accountant",
        "Office : 155, Ganpati Plaza, M.I. Road, Jaipur - 302 001",
        "Resi. : B-18, Shanti Nagar, Jaipur",
    )
    found = [value.text for value in extract(reading).values if value.field is FieldName.ADDRESS]
    assert found == ["155, Ganpati Plaza, M.I. Road, Jaipur - 302 001", "B-18, Shanti Nagar, Jaipur"]


def test_a_head_office_is_the_label_of_an_address_as_of_a_number() -> None:
    reading = column(("Koichi Nagase", 40), "Manager", "Head Office: 1-55-18 Minato-cho, Kobe 652-0055")
    assert said(reading, FieldName.ADDRESS) == "1-55-18 Minato-cho, Kobe 652-0055"


def test_a_visiting_and_a_postal_address_are_two() -> None:
    reading = column(
        ("Anneke van der Meer", 40),
        "Notaris",
        "Keizersgracht 555",
        "1017 DR Amsterdam",
        "Postbus 5501",
        "1000 AA Amsterdam",
    )
    found = [value.text for value in extract(reading).values if value.field is FieldName.ADDRESS]
    assert found == ["Keizersgracht 555, 1017 DR Amsterdam", "Postbus 5501, 1000 AA Amsterdam"]


def test_a_house_a_street_and_a_small_town_are_an_address_without_any_number() -> None:
    reading = column(("Tom Hale", 40), "Potter", "The Old Forge, Church Street, Malmesbury, Wiltshire")
    assert said(reading, FieldName.ADDRESS) == "The Old Forge, Church Street, Malmesbury, Wiltshire"
    assert said(reading, FieldName.COMPANY) == ""


def test_a_town_and_its_state_are_where_somebody_is_and_a_list_of_towns_is_not() -> None:
    assert said(column(("Astrid Berg", 40), "Designer", "Portland, Oregon"), FieldName.ADDRESS) == "Portland, Oregon"
    towns = column(("Astrid Berg", 40), "Designer", "London, Paris, Berlin")
    assert said(towns, FieldName.ADDRESS) == said(towns, FieldName.DEPARTMENT) == ""


def test_an_institution_is_the_company_and_its_department_is_not() -> None:
    reading = column(
        ("Pei-Lun Hsieh", 40),
        "Doctoral student",
        "",
        "Department of Materials and Process Engineering",
        "National Lan Yuan University",
        "",
        "hsieh@mail.com",
    )
    assert said(reading, FieldName.COMPANY) == "National Lan Yuan University"
    assert said(reading, FieldName.DEPARTMENT) == "Department of Materials and Process Engineering"


@pytest.mark.parametrize(
    "printed",
    [
        "Inuvik, Northwest Territories",
        "Capitol Site, Borongan, Southern Samar",
        "C/ Pintor Matías, s/n – Villarta de la Llana",
    ],
)
def test_where_somebody_is_stands_without_a_number_among_the_numbers_to_call(printed: str) -> None:
    reading = column(("Dr. Lars Ahlsell", 40), "Consul", "", "+46 498 55 50 18", printed, "lars@ahlsell.example.org")
    assert said(reading, FieldName.ADDRESS) == printed


def test_a_town_below_the_numbers_is_where_somebody_is_and_one_before_a_number_is_its_label() -> None:
    below = column(("Zuri Otieno", 40), "Chef", "", "zuri@nomnomly.co", "0733 555 018", "Nairobi")
    assert said(below, FieldName.ADDRESS) == "Nairobi"
    before = column(("Zuri Otieno", 40), "Chef", "", "zuri@nomnomly.co", "Nairobi 0733 555 018")
    assert said(before, FieldName.ADDRESS) == ""


def test_a_doctor_is_no_drive() -> None:
    assert said(column(("Dr. Odette Rasmussen", 40), "x", "", "o@zoo.org"), FieldName.ADDRESS) == ""


def test_things_joined_with_and_are_no_person_though_a_mailbox_is_called_so() -> None:
    reading = column(
        ("Vatulele Reef Resort", 60), "", "Mereseini Tuivaga", "Weddings & Groups", "weddings@vatulele.com.fj"
    )
    assert said(reading, FieldName.NAME) == "Mereseini Tuivaga"


def test_a_pastor_is_called_so_before_a_name_and_is_no_title_there() -> None:
    reading = column(
        ("LIVING FOUNTAIN GOSPEL ASSEMBLY", 38), "", "Pastor (Mrs) Ngozi Okwudili-Eze", "livingfountain@mailnaija.com"
    )
    assert said(reading, FieldName.NAME) == "Pastor (Mrs) Ngozi Okwudili-Eze"
    assert said(reading, FieldName.COMPANY) == "LIVING FOUNTAIN GOSPEL ASSEMBLY"


def test_a_last_name_below_the_first_is_no_company_though_the_host_is_called_so() -> None:
    reading = column(("Imogen", 70), ("Starling", 70), "cellist", "", "imogen@imogenstarling.com")
    assert said(reading, FieldName.NAME) == "Imogen Starling"
    assert said(reading, FieldName.COMPANY) == ""


def test_the_initials_of_a_name_are_no_company() -> None:
    reading = column(("VS", 70), "", "Vanessa Sartori", "Designer", "contato@adv.com.br")
    assert said(reading, FieldName.COMPANY) == ""


def test_partners_joined_with_dashes_behind_a_legal_form_are_one_company() -> None:
    reading = column(
        ("Hélène Brossard", 40), "Notaire associée", "SCP BROSSARD – LE GOFF – TANGUY", "7, place du Marché"
    )
    assert said(reading, FieldName.COMPANY) == "SCP BROSSARD – LE GOFF – TANGUY"


def test_what_an_organisation_is_a_facility_of_is_not_its_name() -> None:
    reading = column(
        ("Observatorio Cerro Guanaco", 49), "a facility of the Southern Skies Consortium", "", "Rocío Mora", "Operator"
    )
    assert said(reading, FieldName.COMPANY) == "Observatorio Cerro Guanaco"


def test_a_year_is_no_number_of_a_house_and_a_country_in_a_name_no_address() -> None:
    for printed in ("Fresh & frozen from the Westfjords since 1964", "Confédération suisse"):
        reading = column(printed, "", ("Anna Berg", 40), "Manager", "anna@berg.is")
        assert said(reading, FieldName.ADDRESS) == ""


def test_a_calling_with_a_number_is_no_address() -> None:
    reading = column(
        ("Supattra Wongsa", 40),
        "Course Director PADI 348172",
        "",
        "Saladan Pier, Krabi · 081 537 2046 · n@bubbles.asia",
    )
    assert said(reading, FieldName.TITLE) == "Course Director PADI 348172"
    assert said(reading, FieldName.ADDRESS) == "Saladan Pier, Krabi"


def test_a_second_person_is_no_title_of_the_first() -> None:
    reading = column("WEDDING STORIES", "", ("Jude Marchetti", 40), ("Cleo Okonjo", 40), "hello@judeandcleo.photo")
    assert said(reading, FieldName.TITLE) == ""


def test_a_town_below_a_house_is_where_it_is() -> None:
    reading = column(("The Marchmont", 60), "EDINBURGH", "", "Callum Roux", "Head Concierge", "c@themarchmont.scot")
    assert said(reading, FieldName.ADDRESS) == "EDINBURGH"


@pytest.mark.parametrize("printed", ["Mr Tan Wei Ming 陈伟明", "Hannah Seo 徐夏娜"])
def test_a_name_in_letters_and_signs_on_one_line_is_one_name(printed: str) -> None:
    reading = column(("Maritime Services Pte Ltd", 40), printed, "Deputy Director", "", "info@maritime.com.sg")
    assert said(reading, FieldName.NAME) == printed


def test_a_person_of_a_family_firm_is_no_less_a_person() -> None:
    reading = column(
        ("Threlfall", 80),
        ("& Daughters", 80),
        "",
        "Philippa Jane",
        "Threlfall-Osei",
        "Head Cutter",
        "pjto@threlfall.london",
    )
    assert said(reading, FieldName.NAME) == "Philippa Jane Threlfall-Osei"


def test_a_firm_above_its_street_is_no_part_of_the_address_though_its_name_holds_a_street() -> None:
    reading = column(
        ("Brandi Kovalik", 44), "Realtor", "", "Gold Trail Realty Group", "310 Palladio Pkwy #620, Folsom, CA 95630"
    )
    assert said(reading, FieldName.ADDRESS) == "310 Palladio Pkwy #620, Folsom, CA 95630"


def test_an_address_of_ireland_ends_in_its_postcode() -> None:
    reading = column(("Aoife Daly", 40), "Potter", "", "Goleen Cross", "West Cork P81 XY04", "aoife@daly.ie")
    assert said(reading, FieldName.ADDRESS) == "Goleen Cross, West Cork P81 XY04"


def test_the_next_office_in_a_list_is_no_part_of_the_address_above() -> None:
    reading = column(
        ("Jacko Petrovski", 46),
        "Coordinator",
        "",
        "14 Broadwood St, West Kalgoorlie WA 6430",
        "Port Hedland",
        "Lot 902 Pinga St, Wedgefield WA 6721",
    )
    found = [value.text for value in extract(reading).values if value.field is FieldName.ADDRESS]
    assert found[0] == "14 Broadwood St, West Kalgoorlie WA 6430"


def test_a_name_on_a_network_is_no_address_of_mail() -> None:
    reading = column(("Jovana Ilic", 40), "Producer", "", "jovana@rekafest.rs", "IG @reka.fest")
    assert [v.text for v in extract(reading).values if v.field is FieldName.EMAIL] == ["jovana@rekafest.rs"]


def test_a_spa_behind_an_and_is_no_legal_form() -> None:
    reading = column(
        ("Riad Zahra", 53), "Maison d'hôtes & Spa", "", "Naima El Fassi", "Directrice", "naima@riadzahra.ma"
    )
    assert said(reading, FieldName.COMPANY) == "Riad Zahra"


def test_what_kind_of_firm_it_is_is_not_its_name_and_whom_it_belongs_to_neither() -> None:
    kind = column(("WHITLOCK, BRANDT & OSEI", 40), ("A PROFESSIONAL LAW CORPORATION", 30), "", "Dana Osei", "Attorney")
    assert said(kind, FieldName.COMPANY).startswith("WHITLOCK, BRANDT & OSEI")
    owner = column(("KALTRON", 60), "A Division of Merrow Industries, Inc.", "", "Ed Ross", "Sales", "e@kaltron.com")
    assert said(owner, FieldName.COMPANY) == "KALTRON"


def test_a_showroom_below_the_office_is_an_address_of_its_own() -> None:
    reading = column(
        ("Tran Hong Nhung", 43),
        "Team Leader",
        "",
        "Lot C7, Hoa Xa Industrial Park, Nam Dinh, Vietnam",
        "Showroom: 128 Le Thanh Nghi, Hai Ba Trung, Hanoi",
    )
    found = [value.text for value in extract(reading).values if value.field is FieldName.ADDRESS]
    assert "Lot C7, Hoa Xa Industrial Park, Nam Dinh, Vietnam" in found


def test_streets_in_two_columns_are_two_addresses() -> None:
    left, right = 60.0, 560.0
    lines = (
        line("Ibiso Tamuno", 100, left, 40),
        line("Sales Manager", 150, left),
        line("12 Abacha Close, GRA", 520, left, 28),
        line("71B Bode Lane", 520, right, 28),
        line("Port Harcourt", 553, left, 28),
        line("Victoria Island", 553, right, 28),
    )
    values = extract(Reading(1000, 620, lines, (), (ReaderName.NEURAL,))).values
    for text in (value.text for value in values if value.field is FieldName.ADDRESS):
        assert not ("Abacha" in text and "Bode" in text)


def test_small_countries_are_known_where_they_end_an_address_or_tell_a_number() -> None:
    reading = column(("Marva Clarke", 40), "Manager", "", "Bay Street, Bridgetown, Barbados", "246 436 1234")
    assert said(reading, FieldName.ADDRESS) == "Bay Street, Bridgetown, Barbados"
    (number,) = (value for value in extract(reading).values if value.field is FieldName.PHONE)
    assert number.e164 == "+12464361234"


def test_an_article_before_an_honorific_is_of_the_name() -> None:
    reading = column(("Selwick Minster", 57), "", "The Revd Canon Jocelyn Thwaite", "Precentor", "p@selwickminster.org")
    assert said(reading, FieldName.NAME) == "The Revd Canon Jocelyn Thwaite"


def test_the_letters_of_a_state_behind_its_town_are_where_somebody_is() -> None:
    reading = column(("Terrence Whitlow", 40), "Selector", "", "book@djhalf.com", "IG: @djhalf", "Memphis, TN")
    assert said(reading, FieldName.ADDRESS) == "Memphis, TN"


def test_the_number_of_a_register_is_no_postcode_of_ireland() -> None:
    reading = column(("Luana Sarmento", 40), "CAU A198355-1", "(48) 99155-5027", "", "R. Bocaiúva, 2044/ sl 602")
    assert said(reading, FieldName.ADDRESS) == "R. Bocaiúva, 2044/ sl 602"


def test_a_visit_and_a_post_address_of_a_town_hall_are_two() -> None:
    reading = column(
        ("Göran Åkerlund", 45), "Bibliotekschef", "", "Besök: Kyrkogatan 14, Hällsjö", "Post: 842 80 Hällsjö"
    )
    found = [value.text for value in extract(reading).values if value.field is FieldName.ADDRESS]
    assert found[0] == "Kyrkogatan 14, Hällsjö"


def test_a_site_and_a_handle_beside_it_are_no_address_of_mail_and_a_person_in_small_letters_is_one() -> None:
    reading = column(
        ("bryony lascelles", 60), "wood-fired stoneware", "", "07700 900 661", "bryonylascelles.co.uk @bryony.pots"
    )
    assert said(reading, FieldName.EMAIL) == ""
    assert said(reading, FieldName.WEBSITE) == "bryonylascelles.co.uk"
    assert said(reading, FieldName.NAME) == "bryony lascelles"


def test_a_country_beside_a_web_page_ends_the_address_above() -> None:
    reading = column(
        ("Radka Nová", 45), "Buyer", "", "Průmyslová 1180, 468 22 Jilemná", "Czech Republic | www.kolbento.cz"
    )
    assert said(reading, FieldName.ADDRESS) == "Průmyslová 1180, 468 22 Jilemná, Czech Republic"


def test_a_town_behind_a_firm_is_no_part_of_its_name() -> None:
    reading = column(("Rafik Belkhouja", 42), "Founding Partner", "", "Atelier Zom - Sharjah", "rafik@atelierzom.com")
    assert said(reading, FieldName.COMPANY) == "Atelier Zom"


def test_names_before_numbers_are_labels_of_them_and_no_person() -> None:
    reading = column(("lark", 120), "", "BEN 317.465.2938", "SHELBY 765.381.4072", "", "WWW.LARKINDIANA.COM")
    assert said(reading, FieldName.NAME) == ""

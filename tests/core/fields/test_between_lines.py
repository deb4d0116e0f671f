"""What only the neighbours of words tell: labels of people, numbers of registers, marks of initials, houses by name."""

from __future__ import annotations

import pytest

from cardkeeper.fields.extract import extract
from cardkeeper.model.drafts import FieldName
from tests.core.fields.helpers_fields import column
from tests.core.fields.test_wider import said


@pytest.mark.parametrize("label", ["Ansprechpartner: ", "Contact: ", "Votre interlocuteur : ", "Naam: "])
def test_a_label_of_people_is_no_part_of_the_name(label: str) -> None:
    reading = column(("Umzüge Ritter", 50), "", f"{label}Mehmet Yaldiz", "info@umzuege-ritter.de")
    assert said(reading, FieldName.NAME) == "Mehmet Yaldiz"


def test_whom_to_ask_for_in_the_office_is_not_the_card_s_person_nor_a_department() -> None:
    reading = column(
        ("Klinikum Nordheide gGmbH", 46), "Klinik für Unfallchirurgie", "", ("Dr. med. Annegret Sievers", 44),
        "Chefärztin", "", "Sekretariat: Frau Lorenz · Telefon 04181 555-1210", "www.klinikum-nordheide.de",
    )  # fmt: skip
    assert said(reading, FieldName.NAME) == "Dr. med. Annegret Sievers"
    assert said(reading, FieldName.COMPANY) == "Klinikum Nordheide gGmbH"
    assert said(reading, FieldName.DEPARTMENT) == "Klinik für Unfallchirurgie"


@pytest.mark.parametrize("number", ["Lic. #PL-46371", "NMLS 255025", "DRE #01948822"])
def test_the_number_of_a_licence_is_no_part_of_an_address(number: str) -> None:
    reading = column(("Dale Kessler", 40), "Master Plumber", "", f"2218 Morse Rd, Columbus, OH 43229 {number}")
    assert said(reading, FieldName.ADDRESS) == "2218 Morse Rd, Columbus, OH 43229"


def test_the_year_of_a_foundation_is_not_cut_off_as_a_number_in_a_register() -> None:
    reading = column(("Trattoria da Gino", 50), "Cucina tipica dal 1958", "", "Via del Moro, 33", "00153 Roma")
    assert said(reading, FieldName.COMPANY) == "Trattoria da Gino"


def test_degrees_behind_a_title_leave_it_a_title() -> None:
    reading = column(("Melissa Tarrant", 50), "REALTOR®, CRS, GRI", "", "melissa@harpervance.com")
    assert said(reading, FieldName.TITLE) == "REALTOR®, CRS, GRI"


def test_initials_alone_are_a_company() -> None:
    reading = column(("BKL", 93), "", ("Marieke van der Kolk", 43), "Accountant", "", "m.vanderkolk@bkl.nl")
    assert said(reading, FieldName.COMPANY) == "BKL"


def test_a_house_by_its_name_opens_an_address() -> None:
    reading = column(
        ("Henrietta Lascelles", 56), "", "", "The Old Rectory", "Church Lane, Much Marden", "Herefordshire HR1 3EZ",
        "", "henrietta@lascelles.me.uk",
    )  # fmt: skip
    assert said(reading, FieldName.COMPANY) == ""
    assert said(reading, FieldName.ADDRESS) == "The Old Rectory, Church Lane, Much Marden, Herefordshire HR1 3EZ"


def test_a_word_of_callings_behind_an_article_stays_in_a_company() -> None:
    reading = column(("The Harbour Courier", 63), "", ("Declan Fitzsimons", 46), "Deputy Editor", "d@harbourcourier.ie")
    assert said(reading, FieldName.COMPANY) == "The Harbour Courier"


def test_degrees_of_architects_are_no_name() -> None:
    reading = column(("morgenrot architekten", 60), "", "lena morgenrot", "dipl. arch. eth sia", "", "lm@morgenrot.ch")
    assert said(reading, FieldName.NAME) == "lena morgenrot"


def test_an_initial_before_a_company_is_not_a_misread_logotype() -> None:
    reading = column(("J. PARFITT ELECTRICAL", 60), "", ("Jim Parfitt", 44), "", "jim@parfittelectrical.co.uk")
    assert said(reading, FieldName.COMPANY) == "J. PARFITT ELECTRICAL"


def test_whose_practice_it_is_is_not_the_company() -> None:
    reading = column(
        ("Pemberton Wealth Partners", 45), "A Private Advisory Practice of Granite Shield Financial", "",
        ("Louis Pemberton", 42), "Private Wealth Advisor", "", "louis.pemberton@graniteshield.com",
    )  # fmt: skip
    assert said(reading, FieldName.COMPANY) == "Pemberton Wealth Partners"


def test_a_number_behind_a_word_and_a_colon_is_a_phone_number_whatever_else_stands_there() -> None:
    reading = column(
        ("Itziar Arrizabalaga", 42), "Odontóloga", "", "Vuelva a llamar: 944 555 019 · WhatsApp 688 555 019"
    )
    assert said(reading, FieldName.PHONE) == "944 555 019 / 688 555 019"


def test_a_number_in_a_register_of_a_calling_is_no_phone_number() -> None:
    reading = column(("Dr. Anjali S. Kulkarni", 42), "Reg. No. MMC 2009/05/1823", "", "Mob.: 98220 55144")
    assert said(reading, FieldName.PHONE) == "98220 55144"


def test_a_dash_between_two_numbers_of_a_street_parts_nothing() -> None:
    address = "300 – 1055 West Georgia Street, Vancouver, BC V6E 3P3 Canada"
    assert said(column(("Marek Halvorson", 40), "Engineer", "", address), FieldName.ADDRESS) == address


def test_a_public_building_opens_an_address() -> None:
    address = "Hôtel de Région – 2, place du Général-Leclerc – 54000 Nancy Cedex"
    reading = column(("RÉGION VAL-DE-BRUME", 45), "", ("Thierry LAGRANGE", 42), "Chargé de mission", "", address)
    assert said(reading, FieldName.ADDRESS) == address


def test_two_people_of_one_calling_have_it_as_their_title() -> None:
    reading = column(("Juniper Hill Farm", 60), "", "Wes & Caroline Thibodeau, Farmers", "", "518.555.0139")
    assert said(reading, FieldName.NAME) == "Wes & Caroline Thibodeau"
    assert said(reading, FieldName.TITLE) == "Farmers"


def test_the_end_of_a_number_that_a_dash_glues_to_a_mail_address_stays_with_the_number() -> None:
    reading = column(("Céline Roubaud", 40), "libraire", "", "04 42 01 55 33 - bonjour@encreetplume.fr")
    assert said(reading, FieldName.EMAIL) == "bonjour@encreetplume.fr"
    assert said(reading, FieldName.PHONE) == "04 42 01 55 33"


def test_somebody_whose_web_page_bears_their_name_is_a_person() -> None:
    reading = column("noor el-amrani", "graphic & type design", "", "hi@noorelamrani.nl / 06 5550 0122")
    assert said(reading, FieldName.NAME) == "noor el-amrani"


@pytest.mark.parametrize(
    ("line", "company", "address"),
    [
        (
            "Halvorsentec GmbH & Co. KG, Industriestraße 41, 32107 Bad Salzuflen",
            "Halvorsentec GmbH & Co. KG",
            "Industriestraße 41, 32107 Bad Salzuflen",
        ),
        ("Acme Ltd, 12 Mill Lane, Bath BA2 3DQ", "Acme Ltd", "12 Mill Lane, Bath BA2 3DQ"),
    ],
)
def test_a_firm_before_its_address_on_one_line_is_the_company(line: str, company: str, address: str) -> None:
    reading = column(("Torsten Wiechmann", 40), "Leiter Vertrieb", "", line)
    assert (said(reading, FieldName.COMPANY), said(reading, FieldName.ADDRESS)) == (company, address)


def test_where_one_is_found_goes_before_where_mail_is_sent() -> None:
    reading = column(
        ("Bundesamt für Wasserstraßen", 45), "", ("Wolf-Dieter Machnitzke", 40), "Wissenschaftlicher Direktor", "",
        "Am Propsthof 51, 53121 Bonn", "Postanschrift: Postfach 20 02 53, 53132 Bonn",
    )  # fmt: skip
    assert said(reading, FieldName.ADDRESS).startswith("Am Propsthof 51, 53121 Bonn")


def test_the_number_of_a_post_office_box_is_no_second_postcode() -> None:
    printed = ("S-1088 House Office Building", "P.O. Box 30014", "Lansing, MI 48909-7514")
    reading = column(("Caroline Vandermeer", 45), "Representative", "", *printed)
    assert said(reading, FieldName.ADDRESS) == ", ".join(printed)


def test_a_phone_number_right_behind_a_postcode_is_found() -> None:
    reading = column(("Tammy Nguyen", 45), "Store Mgr", "", "4455 Bellaire Blvd, Houston, TX 77401 713-555-0151")
    assert said(reading, FieldName.PHONE) == "713-555-0151"
    assert said(reading, FieldName.ADDRESS) == "4455 Bellaire Blvd, Houston, TX 77401"
    assert said(reading, FieldName.TITLE) == "Store Mgr"


def test_a_team_called_by_what_it_does_is_a_department() -> None:
    reading = column(("SAMJIN DISPLAY", 45), "", ("Min-Ho Seo", 40), "Senior Engineer", "OLED Development Team 2")
    assert said(reading, FieldName.DEPARTMENT) == "OLED Development Team 2"


def test_what_strokes_part_below_a_company_is_a_list_of_its_trades() -> None:
    reading = column(
        ("MARLOWE + FINCH", 60), "BRAND STRATEGY / IDENTITY / PACKAGING", "", "Olive Finch", "Founding Partner", "",
        "olive@marlowefinch.com",
    )  # fmt: skip
    assert said(reading, FieldName.COMPANY) == "MARLOWE + FINCH"


@pytest.mark.parametrize("line", ["王建国 总经理", "总经理 王建国", "王建国　总经理"])
def test_a_name_and_a_title_in_signs_on_one_line_are_parted(line: str) -> None:
    reading = column(("老王火锅", 54), "", (line, 47), "", "电话：028-5555 0128")
    assert said(reading, FieldName.NAME) == "王建国"
    assert said(reading, FieldName.TITLE) == "总经理"
    assert said(reading, FieldName.COMPANY) == "老王火锅"


@pytest.mark.parametrize(
    ("line", "title", "department"),
    [
        ("営業部 課長", "課長", "営業部"),
        ("技术部 项目经理", "项目经理", "技术部"),
        ("과장 해외영업팀", "과장", "해외영업팀"),
    ],
)
def test_a_department_and_a_title_in_signs_on_one_line_are_parted(line: str, title: str, department: str) -> None:
    reading = column((line, 30), ("高橋 健一", 60), "", "info@midori.example")
    assert said(reading, FieldName.TITLE) == title
    assert said(reading, FieldName.DEPARTMENT) == department


@pytest.mark.parametrize(
    ("line", "address"),
    [
        ("地址 上海市浦东新区世纪大道235号", "上海市浦东新区世纪大道235号"),
        ("地址上海市浦东新区世纪大道235号", "上海市浦东新区世纪大道235号"),
        ("주소 서울특별시 강남구 테헤란로 152, 8층", "서울특별시 강남구 테헤란로 152, 8층"),
        ("Địa chỉ 88 Lê Lợi, Phường Hải Châu 1, Đà Nẵng", "88 Lê Lợi, Phường Hải Châu 1, Đà Nẵng"),
    ],
)
def test_the_word_for_an_address_is_no_part_of_it_though_no_colon_follows(line: str, address: str) -> None:
    reading = column(("王建国", 60), "", line, "info@midori.example")
    assert said(reading, FieldName.ADDRESS) == address


def test_a_label_in_signs_is_no_part_of_a_mail_address() -> None:
    reading = column(("王建国", 60), "", "邮箱sales@midori.example")
    assert said(reading, FieldName.EMAIL) == "sales@midori.example"


def test_a_russian_card_is_understood() -> None:
    reading = column(
        ("ООО «Северный Ветер»", 40), "", ("Сергей Соколов", 54), "Коммерческий директор", "Отдел продаж", "",
        "125009, г. Москва, ул. Тверская, 36", "тел. +7 495 123-45-67",
    )  # fmt: skip
    assert said(reading, FieldName.COMPANY) == "ООО «Северный Ветер»"
    assert said(reading, FieldName.NAME) == "Сергей Соколов"
    assert said(reading, FieldName.TITLE) == "Коммерческий директор"
    assert said(reading, FieldName.DEPARTMENT) == "Отдел продаж"
    assert said(reading, FieldName.ADDRESS) == "125009, г. Москва, ул. Тверская, 36"


def test_a_vietnamese_group_is_a_company() -> None:
    reading = column(("Tập đoàn Hương Sen", 34), ("Đỗ Lộc", 40), "Giám đốc", "0913 684 207")
    assert said(reading, FieldName.COMPANY) == "Tập đoàn Hương Sen"


def test_what_ends_in_a_unit_s_sign_is_no_title_though_it_holds_one_s() -> None:
    reading = column(("株式会社みどり製作所", 45), "", "営業本部 第二営業部", "課長", ("高橋 健一", 69))
    assert said(reading, FieldName.TITLE) == "課長"
    assert said(reading, FieldName.DEPARTMENT) == "営業本部 第二営業部"


def test_the_misread_sign_of_a_japanese_postcode_is_mended() -> None:
    reading = column(("渡辺 由美子", 60), "税理士", "", "デ530-0001 大阪市北区梅田2-4-9")
    assert said(reading, FieldName.ADDRESS) == "〒530-0001 大阪市北区梅田2-4-9"


def test_a_number_before_a_spaced_dash_is_no_part_of_a_mail_address() -> None:
    reading = column(("VIRTUOSO PIANO MOVERS", 45), "", "PUC# T-189,402 - lenny@virtuosopianomovers.com")
    assert said(reading, FieldName.EMAIL) == "lenny@virtuosopianomovers.com"


def test_the_inner_number_behind_a_phone_number_is_no_part_of_the_address() -> None:
    reading = column(
        ("Yann KERDONCUFF", 40), "Responsable", "", "8 rue de la Gare – 44000 Nantes",
        "Tél. : +33 (0)2 40 01 55 22 (interne : 31 55 22)",
    )  # fmt: skip
    assert said(reading, FieldName.ADDRESS) == "8 rue de la Gare – 44000 Nantes"


def test_a_calling_that_begins_with_a_trade_is_a_title() -> None:
    reading = column(("Marcus Bellweather", 45), "Mortgage Loan Originator", "", "Copper Canyon Credit Union")
    assert said(reading, FieldName.TITLE) == "Mortgage Loan Originator"
    assert said(reading, FieldName.COMPANY) == "Copper Canyon Credit Union"


def test_a_short_number_behind_a_word_and_a_colon_may_be_anything() -> None:
    assert said(column(("Anna Berg", 40), "Agent", "", "KvK-nummer: 12 345 678"), FieldName.PHONE) == ""


def test_a_title_in_letters_is_one_beside_signs_too() -> None:
    reading = column(("Wong & Partners Ltd", 45), "", "Sales Manager 销售部", ("Jeffrey Wong", 45), "", "jwong@wong.hk")
    assert said(reading, FieldName.TITLE) == "Sales Manager 销售部"


def test_a_house_and_its_floor_above_the_street_belong_to_the_address() -> None:
    reading = column(
        ("Awa Diop", 40), "Marketing Manager", "", "TELIA SENEGAL S.A.", "Immeuble Palmier Deux, 4ème Etage",
        "12, Avenue Cheikh Anta Diop - Fann B,", "Dakar - Senegal", "a.diop@telia.example",
    )  # fmt: skip
    house, street, town = "Immeuble Palmier Deux, 4ème Etage", "12, Avenue Cheikh Anta Diop - Fann B", "Dakar - Senegal"
    assert said(reading, FieldName.ADDRESS) == f"{house}, {street}, {town}"


def test_of_an_address_printed_in_two_scripts_one_is_taken_and_the_other_kept() -> None:
    own, latin = "서울특별시 송파구 가람대로 18", "18 Garam-daero, Songpa-gu, Seoul, Korea 05641"
    reading = column(("김지훈", 40), "과장", "한빛모터스 주식회사", own, latin, "jihoon.kim@hanbit.example")
    draft = extract(reading)
    kept = {value.text for value in draft.all(FieldName.OTHER)}
    assert {draft.text(FieldName.ADDRESS), *kept} >= {own, latin}

"""vCards as programs, telephones and servers write them that no other test has, with made-up people.

Each is a file by itself. What one of them must become stands in `test_vcards_elsewhere`; that nothing of any is lost is
asked of all alike.
"""

from __future__ import annotations

import base64
from typing import Final

from tests.core.exchange.vcards import PICTURE

_CODED: Final = base64.b64encode(PICTURE).decode()


def _file(text: str, encoding: str = "utf-8") -> bytes:
    return text.strip("\n").replace("\n", "\r\n").encode(encoding) + b"\r\n"


def _card(*lines: str, version: str = "3.0", encoding: str = "utf-8", end: str = "\n") -> bytes:
    return end.join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""]).encode(encoding)


IPHONE: Final = _file(f"""
BEGIN:VCARD
VERSION:3.0
PRODID:-//Apple Inc.//iPhone OS 17.4//EN
N:Okonkwo;Adaeze;Grace;Dr.;PhD
FN:Dr. Adaeze Grace Okonkwo PhD
NICKNAME:Ada
X-MAIDENNAME:Eze
X-PHONETIC-FIRST-NAME:Ah-day-zeh
ORG:Larkfield GmbH & Co. KG;R&D
TITLE:Leiterin
EMAIL;type=INTERNET;type=WORK;type=pref:adaeze@larkfield.example
item1.EMAIL;type=INTERNET:ada@home.example
item1.X-ABLabel:Privat
TEL;type=IPHONE;type=CELL;type=VOICE;type=pref:+49 171 5550123
TEL;type=MAIN:+49 30 6966377
TEL;type=OTHER;type=FAX:+49 30 6966378
item2.TEL:+49 30 6966379
item2.X-ABLabel:_$!<Work>!$_
ADR;type=WORK;type=pref:;;Ring 31\\nHinterhaus;Berlin;;10115;Deutschland
item3.URL;type=pref:https://larkfield.example/a?b=c;d=e
item3.X-ABLabel:_$!<HomePage>!$_
BDAY;VALUE=date;X-APPLE-OMIT-YEAR=1604:1604-03-21
item4.X-ABDATE;type=pref:2010-06-12
item4.X-ABLabel:_$!<Anniversary>!$_
X-SOCIALPROFILE;type=linkedin;x-user=adaeze:http://www.linkedin.example/in/adaeze
IMPP;X-SERVICE-TYPE=Skype;type=HOME;type=pref:skype:ada
X-ABShowAs:COMPANY
X-ABUID:1234-5678\\:ABPerson
X-ACTIVITY-ALERT:type=call\\,snd=system:Bulletin
PHOTO;ENCODING=b;TYPE=JPEG;X-ABCROP-RECTANGLE=ABClipRect_1&0&0&200&200&abc==:{_CODED[:40]}
  {_CODED[40:]}
REV:2024-03-01T10:00:00Z
UID:0a1b2c3d
END:VCARD
""")
MAC_GROUP: Final = _file("""
BEGIN:VCARD
VERSION:3.0
N:Rowing club;;;;
FN:Rowing club
X-ADDRESSBOOKSERVER-KIND:group
X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:0A1B
X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:0a1c
UID:999
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Mia Lund
N:Lund;Mia;;;
UID:0a1b
CATEGORIES:Friends
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Jan Lund
N:Lund;Jan;;;
UID:0a1c
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:Elsewhere
KIND:group
MEMBER:urn:uuid:somebody-of-another-book
END:VCARD
""")
OUTLOOK_ANSI: Final = _file(
    """
BEGIN:VCARD
VERSION:2.1
X-MS-SIGNATURE:YES
N;LANGUAGE=de;CHARSET=Windows-1252:Jünemann;Jörg;;Herr
FN;CHARSET=Windows-1252:Jörg Jünemann
ORG;CHARSET=Windows-1252:Müßig & Söhne;Verkauf
NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=Windows-1252:Gr=FC=DFe=0D=0A=
zweite Zeile =3D gut; mit Semikolon=0D=0A=0D=0A
ADR;WORK;PREF;ENCODING=QUOTED-PRINTABLE;CHARSET=Windows-1252:;;Stra=DFe 1=0D=0AHaus B;Hamburg;HH;20095;Deutschland
LABEL;WORK;PREF;ENCODING=QUOTED-PRINTABLE;CHARSET=Windows-1252:Stra=DFe 1=0D=0A=
Haus B=0D=0A=
Hamburg
X-MS-OL-DEFAULT-POSTAL-ADDRESS:2
EMAIL;X400:c=de;a= ;p=x
EMAIL;PREF;INTERNET:joerg@muessig.example
EMAIL:/o=ExchangeLabs/ou=Exchange Administrative Group/cn=Recipients/cn=1a2b-joerg
X-MS-CARDPICTURE;TYPE=JPEG;ENCODING=BASE64:
 /9j/4AAQSkZJRgABAQEAYABgAAD/2wBD

X-MS-MANAGER:Boss
END:VCARD
""",
    "cp1252",
)
OUTLOOK_MAIL: Final = _file("""
BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-7:J+APw-nemann;J+APY-rg
FN;CHARSET=UTF-7:J+APY-rg J+APw-nemann
TEL;WORK;VOICE:+49 40 6966377
END:VCARD
""")
NOKIA: Final = _file("""
BEGIN:VCARD
VERSION:2.1
N;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:M=C3=A4kinen;Aino
TEL;CELL:+358401234567
TEL;WORK;VIDEO:+358912345
X-SIP;SWIS:swis@x.example
ORG;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Yritys=20Oy;Osasto
ADR;HOME:;;;;;;
NOTE;ENCODING=QUOTED-PRINTABLE:Line1=0ALine2
PHOTO;ENCODING=BASE64;TYPE=JPEG:
        /9j/4AAQSkZJRgABAQEAYABgAAD/2wBD
        /9j/4AAQSkZJRgABAQEAYABgAAD/2wBD

END:VCARD

BEGIN:VCARD
VERSION:2.1
N:Lahti;Ville
TEL:0401234568
""")
SAMSUNG: Final = _file("""
BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=EA=B9=80;=EC=B2=A0=
=EC=88=98;;;
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=EA=B9=80=EC=B2=A0=EC=88=98
TEL;CELL;PREF:010-1234-5678
X-ANDROID-CUSTOM;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:vnd.android.cursor.item/contact_event;2010-05-05;1;;;
X-SKYPE-USERNAME:kim
PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQEAYABgAAD/2wBD
 /9j/4AAQSkZJRgABAQEAYABgAAD/2wBD

END:VCARD
""")
BLACKBERRY: Final = _file("""
BEGIN:VCARD
VERSION:2.1
N:Dietz;Rolf;;Mr;
TEL;WORK;2:+41441234567
X-PIN:2100000A
LABEL;WORK;ENCODING=QUOTED-PRINTABLE:Weg 1=0D=0AZ=FCrich
END:VCARD
""")
EVOLUTION: Final = _file("""
BEGIN:VCARD
VERSION:3.0
TITLE:CTO
ROLE:Engineer
X-EVOLUTION-ANNIVERSARY:2000-02-02
FN:Niklas Holm
N:Holm;Niklas;;;
X-EVOLUTION-FILE-AS:Holm\\, Niklas
ADR;TYPE=WORK:box;ext;street;city;state;zip;country
LABEL;TYPE=WORK:street\\ncity\\, state\\nzip\\nbox\\ncountry
TEL;X-EVOLUTION-UI-SLOT=2;TYPE=WORK,FAX:+47 22 222222
REV:2010-01-01T00:00:00Z(1)
END:VCARD
""")
PROTON: Final = _card(
    "PRODID;VALUE=TEXT:-//ProtonMail//ProtonMail vCard 1.0.0//EN",
    "FN;PREF=1:Pia Proton",
    "ITEM1.EMAIL;PREF=1;TYPE=home:pia@proton.example",
    "ITEM1.KEY;PREF=1:data:application/pgp-keys;base64,AAEC",
    "ITEM1.X-PM-ENCRYPT:true",
    "ITEM1.CATEGORIES:Friends",
    version="4.0",
)
LANGUAGES: Final = _card(
    "N;ALTID=1;LANGUAGE=ja:山田;太郎;;;",
    "N;ALTID=1;LANGUAGE=en:Yamada;Taro;;;",
    "FN;ALTID=1;LANGUAGE=ja:山田太郎",
    "FN;ALTID=1;LANGUAGE=en;PREF=1:Taro Yamada",
    "TITLE;ALTID=1;LANGUAGE=fr:Patron",
    "TITLE;ALTID=1;LANGUAGE=en;PREF=1:Boss",
    'ADR;LABEL="12 Haven Way^nSuite 9":;;;;;;',
    "ADR;TYPE=work:;;18 Oak St\\, 3rd floor;Oslo;;0150;Norway;room;apt;3;18;Oak St;bldg;;;;;N",
    'TEL;VALUE=uri;PREF=1;TYPE="voice,home":tel:+49-30-6966377;ext=12',
    'TEL;X-NOTE="semi;colon:both,comma";TYPE=cell:+49 171 5550123',
    "EXPERTISE;LEVEL=beginner;INDEX=2:chess",
    "PRONOUNS;LANGUAGE=en;PREF=1:xe/xir",
    'JSPROP;JSPTR="example.com:foo":"bar"',
    "BDAY;VALUE=text:circa 1800",
    version="4.0",
)
SECRETARY: Final = _card(
    "FN:Ann Lee", "AGENT:BEGIN:VCARD", "VERSION:2.1", "FN:Bob Ray", "END:VCARD", "TEL:+49 30 6966377", version="2.1"
)
TURNED: Final = _card("FN:Lee, Ann Mary", "N:Lee;Ann;Mary;;", "EMAIL:ann@x.example?subject=hi", "TEL:+49 30 6966377")
ODD_NAMES: Final = _card(
    "N:van der Berg;Anna;Maria,Luise;Dr.,Prof.;M.Sc.,PhD;Second;III", "TEL:+49 30 6966377", version="4.0"
)
UNTIDY: Final = (
    b"hello\r\nbegin : vcard \r\n\r\nversion:3.0\nfn : Ann\r\r\nTEL ; TYPE = CELL : +49 171 5550123\n\n"
    b"this is nothing\n"
    b"NOTE:one\n\ttwo\nEND:VCARD\ngarbage : here\n\xef\xbb\xbfBEGIN:VCARD\nVERSION:3.0\nFN:Bo\0b\nEND:VCARD\nEND:VCARD"
)
IN_ANOTHER_ENCODING: Final = {
    encoding: _card(f"FN:{name}", f"N:{family};{given}", f"ORG:{firm}", version="2.1", encoding=encoding)
    for encoding, name, family, given, firm in (
        ("cp1250", "Łukasz Żółw", "Żółw", "Łukasz", "Świerk Łódź"),
        ("cp1251", "Иван Сидоров", "Сидоров", "Иван", "Завод"),
        ("koi8-r", "Иван Сидоров", "Сидоров", "Иван", "Завод"),
        ("cp1253", "Γιώργος Παπαδόπουλος", "Παπαδόπουλος", "Γιώργος", "Ελιά"),
        ("cp1255", "משה כהן", "כהן", "משה", "תל אביב"),
        ("gb18030", "王小明", "王", "小明", "北京科技有限公司"),
        ("big5", "許功蓋", "許", "功蓋", "台北科技"),
        ("cp949", "김철수", "김", "철수", "한국전자"),
        ("cp932", "山田 太郎", "山田", "太郎", "株式会社表示"),
        ("mac-roman", "Jörg Müßig", "Müßig", "Jörg", "Große Äpfel"),
        ("cp850", "Jörg Müller", "Müller", "Jörg", "Bäcker"),
    )
}
"""Nothing in them says which it is."""

FILES: Final = {
    "iPhone": IPHONE,
    "groups of a Mac": MAC_GROUP,
    "Outlook in Windows-1252": OUTLOOK_ANSI,
    "Outlook in UTF-7": OUTLOOK_MAIL,
    "Nokia": NOKIA,
    "Samsung": SAMSUNG,
    "BlackBerry": BLACKBERRY,
    "Evolution": EVOLUTION,
    "Proton": PROTON,
    "several languages": LANGUAGES,
    "secretary": SECRETARY,
    "turned name": TURNED,
    "odd names": ODD_NAMES,
    "untidy": UNTIDY,
    **{f"undeclared {encoding}": data for encoding, data in IN_ANOTHER_ENCODING.items()},
}

"""vCards as real programs write them, with made-up people: Outlook, telephones, Apple, Google, address servers."""

from __future__ import annotations

import base64
from collections.abc import Iterable

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(240))
_CODED = base64.b64encode(PICTURE).decode()
_FOLDED = [f" {_CODED[at : at + 72]}" for at in range(0, len(_CODED), 72)]


def card(*lines: str, end: str = "\r\n") -> bytes:
    """A vCard of these lines, VERSION among them."""
    return end.join(["BEGIN:VCARD", *lines, "END:VCARD", ""]).encode()


OUTLOOK = card(
    "VERSION:2.1",
    "N;LANGUAGE=en-us:Delle;Clelia;;Mrs.;Jr.",
    "FN:Mrs. Clelia Delle Jr.",
    "NICKNAME:Cleo",
    "ORG:Lumen, The;Sales",
    "TITLE:Head of sales",
    "NOTE;ENCODING=QUOTED-PRINTABLE:First line=0D=0A=",
    "second; line =",
    "with a soft break=0D=0A=",
    "",
    "TEL;WORK;VOICE:+49 30 6966377",
    "TEL;HOME;VOICE:+49 30 6966378",
    "TEL;CELL;VOICE:+49 171 5550123",
    "TEL;WORK;FAX:+49 30 6966379",
    "X-MS-TEL;VOICE;CALLBACK:(111) 555-4444",
    "ADR;WORK;PREF:;2nd floor;Ring 31;Calau;;18028;Germany",
    "LABEL;WORK;PREF;ENCODING=QUOTED-PRINTABLE:2nd floor=0D=0ARing 31=0D=0A18028 Calau",
    "URL;WORK:http://lumen.example",
    "ROLE:Trader",
    "BDAY:19800321",
    "KEY;X509;ENCODING=BASE64:",
    *_FOLDED,
    "",
    "EMAIL;PREF;INTERNET:clelia@lumen.example",
    "PHOTO;TYPE=PNG;ENCODING=BASE64:",
    *_FOLDED,
    "",
    'X-MS-OL-DESIGN;CHARSET=utf-8:<card ver="1.0"><img align="left"/></card>',
    "X-MS-SPOUSE;N=1:Kim",
    "FBURL;PREF:http://lumen.example/busy",
    "REV:20120801T184631Z",
)
APPLE = card(
    "VERSION:3.0",
    "PRODID:-//Apple Inc.//iOS 17.0//EN",
    "N:Perry;Bobby;Lee,Ray;Dr.;",
    "FN:Dr. Bobby Lee Ray Perry",
    "NICKNAME:Bob,Bobby",
    "ORG:Sable Labs;Design;",
    "TITLE:Principal architect",
    "item1.EMAIL;type=INTERNET;type=pref:bobby@sable.example",
    "TEL;type=CELL;type=VOICE;type=pref:(212) 555-0134",
    "item2.TEL:(212) 555-0135",
    "item2.X-ABLabel:_$!<AssistantPhone>!$_",
    "item3.TEL:(212) 555-0136",
    "item3.X-ABLabel:Work fax",
    "item4.ADR;type=HOME;type=pref:;;12 Elm St\\nApt 4;New York;NY;10012;USA",
    "item4.X-ABADR:us",
    "item5.URL;type=pref:www.sable.example",
    "item5.X-ABLabel:_$!<HomePage>!$_",
    "item6.X-ABDATE:2003-04-05",
    "item6.X-ABLabel:_$!<Anniversary>!$_",
    "item7.X-ABRELATEDNAMES:Kim",
    "item7.X-ABLabel:_$!<Spouse>!$_",
    "BDAY;X-APPLE-OMIT-YEAR=1604:1604-07-01",
    "IMPP;X-SERVICE-TYPE=Skype;type=HOME:skype:bobby",
    "X-SOCIALPROFILE;type=twitter;x-user=bp:http://social.example/bp",
    'NOTE:Likes \\"tea\\"\\, no meetings before nine\\;\\nsecond line',
    "CATEGORIES:Friends,Fair 2026",
    f"PHOTO;ENCODING=b;TYPE=JPEG:{_CODED[:40]}",
    f" {_CODED[40:]}",
)
GOOGLE = card(
    "VERSION:3.0",
    "FN:Élisabeth Maréchal",
    "N:Maréchal;Élisabeth;;;",
    "X-PHONETIC-FIRST-NAME:Elizabet",
    "EMAIL;TYPE=INTERNET;TYPE=HOME:elisabeth@didier.example",
    "TEL;TYPE=CELL:+33 6 12 34 56 78",
    "item1.TEL:+33 1 23 45 67 89",
    "item1.X-ABLabel:Standard",
    "ADR;TYPE=WORK:;5 rue Haute\\n69001 Lyon\\nFrance;;;;;",
    "ORG:Cabinet Didier",
    "TITLE:Chef de projet",
    "BDAY:--0416",
    "URL;TYPE=WORK:http\\://didier.example",
    "CATEGORIES:myContacts,Clients",
    "X-GOOGLE TALK:elisabeth@didier.example",
)
NEWEST = card(
    "VERSION:4.0",
    "FN:Frida Björklund",
    "N:Björklund;Frida;;;ing.,M.Sc.",
    "KIND:individual",
    "GENDER:F;she",
    "BDAY:--0203",
    "ANNIVERSARY:20090808T1430-0500",
    "LANG;PREF=1:sv",
    "LANG;PREF=2:en",
    "ORG;TYPE=work:Ali AB;Inköp",
    'ADR;TYPE=work;LABEL="Storgatan 1\\nLund":;;Storgatan 1;Lund;;222 20;Sverige',
    'TEL;VALUE=uri;TYPE="work,voice";PREF=1:tel:+46-46-12-34-56;ext=102',
    'TEL;VALUE=uri;TYPE="cell,text":tel:+46-70-123-45-67',
    "EMAIL;TYPE=work:frida@ali.example",
    "GEO:geo:55.70\\,13.19",
    "TZ:+0100",
    "RELATED;TYPE=friend:urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
    "IMPP;PREF=1:xmpp:frida@ali.example",
    "CLIENTPIDMAP:1;urn:uuid:3df403f4-5924-4bb7-b077-3c711d9eb34b",
    "MEMBER:urn:uuid:03a0e51f-d1aa-4385-8a53-e29025acd8af",
    f"PHOTO:data:image/png;base64,{_CODED}",
    'XML:<a xmlns="http://x.example">b</a>',
    "UID:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1",
    end="\n",
)
TELEPHONE = card(
    "VERSION:2.1",
    "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E5=AE=89=E8=97=A4;=E3=82=A2=E3=83=B3;;;",
    "TEL;CELL;PREF:090-1234-5678",
    "TEL;X-NEC-SECRET:9",
    "TEL;CUSTOM:10",
    "EMAIL;HOME;X-Custom:ann@x.example",
    "SOUND;X-IRMC-N;CHARSET=UTF-8:ｱﾝﾄﾞｳ;ｱﾝ;;;",
    "X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Nick;1;;;;",
    "X-CLASS:PUBLIC",
    "X-REDUCTION:",
    "ORG:Company",
    "TITLE:Engineer",
    "ORG:Mystery",
    "TITLE:Writer",
    f"PHOTO;ENCODING=BASE64:{_CODED[:72]}",
    _CODED[72:],
    "",
)
BARE = card("VERSION:3.0", "EMAIL;TYPE=work:nameless@x.example", "X-MOZILLA-HTML:FALSE", "UID:1")
NESTED = card("VERSION:2.1", "FN:Ann", "AGENT:", "BEGIN:VCARD", "FN:Bob", "TEL:2", "END:VCARD", "TEL:1")
TWICE = card(
    "VERSION:3.0",
    "FN:Mr. John Q. Public\\, Esq.",
    "N:Public;John;Quinlan;Mr.;Esq.",
    "N:Stevenson;John;Philip,Paul;Dr.;Jr.,M.D.",
    "NICKNAME:Robbie",
    "NICKNAME:Jim,Jimmie",
    "BDAY:1996-04-15",
    "BDAY:1953-10-15T23:10:00Z",
    "NOTE:one",
    "NOTE:two",
    "LABEL;TYPE=dom:Mr. John\\n12 Main St",
    "TEL:1",
    "TEL;TYPE=WORK:1",
    "ORG:A",
    "ORG:A",
    "GEO:37.386013;-122.082932",
    "CLASS:PUBLIC",
    "MAILER:PigeonMail 2.1",
    "SORT-STRING:Public",
    "TZ;VALUE=text:-05:00; EST; Raleigh",
    "KEY;ENCODING=B:AAEC",
)
SAMPLES = {
    "Outlook": OUTLOOK,
    "Apple": APPLE,
    "Google": GOOGLE,
    "4.0": NEWEST,
    "telephone": TELEPHONE,
    "bare": BARE,
    "nested": NESTED,
    "twice": TWICE,
}


def many(cards: Iterable[bytes]) -> bytes:
    """A file of several cards."""
    return b"".join(cards)

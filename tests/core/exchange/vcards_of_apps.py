"""vCards of further programs and telephones, with made-up people: the file, and each person as `lines_of` says them."""

from __future__ import annotations

from typing import Final

FILES: Final[dict[str, tuple[bytes, tuple[str, ...]]]] = {
    "whatsapp": (
        (
            b"BEGIN:VCARD\r\n"
            b"VERSION:3.0\r\n"
            b"N:Ruiz;Ana;;;\r\n"
            b"FN:Ana Ruiz\r\n"
            b"item1.TEL;waid=34612345678:+34 612 34 56 78\r\n"
            b"item1.X-ABLabel:M\xc3\xb3vil\r\n"
            b"ORG:Faro;\r\n"
            b"X-WA-BIZ-NAME:Faro\r\n"
            b"X-WA-BIZ-DESCRIPTION:luz\\nmar\r\n"
            b"END:VCARD\r\n"
        ),
        (("Ana Ruiz | //Faro |  | other:+34612345678 |  |  |  |  |  | "),),
    ),
    "android custom": (
        (
            b"BEGIN:VCARD\r\n"
            b"VERSION:2.1\r\n"
            b"N:Holm;Pia;;;\r\n"
            b"FN:Pia Holm\r\n"
            b"TEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=44=C3=A9sk):+46 8 123 456\r\n"
            b"TEL;CELL;PREF:+46701234567\r\n"
            b"EMAIL;X-INTERNET:pia@h.example\r\n"
            b"X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Pi;1;;;;;;;;;;;;;\r\n"
            b"X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;2010-06-12;1;;;;;;;;;;;;;\r\n"
            b"ADR;HOME:;;Gatan 1;Malm\xc3\xb6;;211 20;Sverige\r\n"
            b"END:VCARD\r\n"
        ),
        (
            (
                "Pia Holm |  | pia@h.example | other:+468123456 mobile:+46701234567 |  | Gatan 1, 211 20 Malmö,"
                " Sverige |  |  |  | "
            ),
        ),
    ),
    "xiaomi qp": (
        (
            b"BEGIN:VCARD\r\n"
            b"VERSION:2.1\r\n"
            b"N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E7=8E=8B;=E4=BC=9F;;;\r\n"
            b"FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E7=8E=8B=E4=BC=9F\r\n"
            b"TEL;CELL:138-0013-8000\r\n"
            b"ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E5=8C=97=E4=BA=AC=E5=85=AC=E5=8F=B8\r\n"
            b"NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=E7=AC=AC=E4=B8=80=E8=A1=8C=0A=\r\n"
            b"=E7=AC=AC=E4=BA=8C=E8=A1=8C\r\n"
            b"END:VCARD\r\n"
        ),
        (("王伟 | //北京公司 |  | mobile:138-0013-8000 |  |  |  |  | 第一行\n第二行 | "),),
    ),
    "outlook 365": (
        (
            b"BEGIN:VCARD\r\n"
            b"VERSION:2.1\r\n"
            b"N;LANGUAGE=de:\xc3\x96z;Ay\xc5\x9fe;;Frau;\r\n"
            b"FN:Frau Ay\xc5\x9fe \xc3\x96z\r\n"
            b"ORG:\xc3\x96z GbR;Einkauf\r\n"
            b"TITLE:Leiterin\r\n"
            b"TEL;WORK;VOICE:+49 30 6966377\r\n"
            b"TEL;CELL;VOICE:+49 171 5550123\r\n"
            b"ADR;WORK;PREF:;;Ring 3;Berlin;;10115;Deutschland\r\n"
            b"LABEL;WORK;PREF;ENCODING=QUOTED-PRINTABLE:Ring 3=0D=0A=\r\n"
            b"10115 Berlin\r\n"
            b"X-MS-OL-DEFAULT-POSTAL-ADDRESS:2\r\n"
            b"EMAIL;PREF;INTERNET:a@o.example\r\n"
            b"X-MS-IMADDRESS:sip:a@o.example\r\n"
            b"X-MS-CARDPICTURE;TYPE=JPEG;ENCODING=BASE64:\r\n"
            b" /9j/4AAQ\r\n"
            b"\r\n"
            b'X-MS-OL-DESIGN;CHARSET=utf-8:<card xmlns="http://x"/>\r\n'
            b"REV:20240305T101233Z\r\n"
            b"END:VCARD\r\n"
        ),
        (
            (
                "Frau Ayşe Öz | Leiterin/Einkauf/Öz GbR | a@o.example | work:+49306966377 mobile:+491715550123 "
                "|  | Ring 3, 10115 Berlin, Deutschland |  |  |  | "
            ),
        ),
    ),
    "rfc9554": (
        (
            b"BEGIN:VCARD\r\n"
            b"VERSION:4.0\r\n"
            b"FN:Juan P\xc3\xa9rez Garc\xc3\xada\r\n"
            b"N:P\xc3\xa9rez,Garc\xc3\xada;Juan;;;;P\xc3\xa9rez;Garc\xc3\xada\r\n"
            b"SOCIALPROFILE;SERVICE-TYPE=Mastodon:https://m.example/@juan\r\n"
            b"CREATED:20240305T101233Z\r\n"
            b"LANGUAGE:es\r\n"
            b"PRONOUNS;LANGUAGE=en:he/him\r\n"
            b"GRAMGENDER:masculine\r\n"
            b'ADR;LABEL="Calle 1\\nMadrid";TYPE=work:;;;Madrid;;28013;Espa\xc3\xb1a;;;;1;Calle;;;;;;\r\n'
            b'TEL;VALUE=uri;PREF=1;TYPE="voice,cell":tel:+34-612-345-678\r\n'
            b"TEL;VALUE=uri;TYPE=work:tel:+34-91-123-45-67;ext=12\r\n"
            b"EMAIL;TYPE=work;PREF=2:j2@f.example\r\n"
            b"EMAIL;PREF=1:j1@f.example\r\n"
            b"BDAY;VALUE=text:circa 1980\r\n"
            b"GEO:geo:40.4,-3.7\r\n"
            b"UID:urn:uuid:1\r\n"
            b"END:VCARD\r\n"
        ),
        (
            (
                "Juan Pérez García |  | j2@f.example j1@f.example | mobile:+34-612-345-678 work:+34-91-123-45-6"
                "7ext.12 |  | 1, Calle, 28013 Madrid, España |  | circa 1980 |  | "
            ),
        ),
    ),
    "nextcloud": (
        (
            b"BEGIN:VCARD\r\n"
            b"VERSION:4.0\r\n"
            b"PRODID:-//Sabre//Sabre VObject 4.5//EN\r\n"
            b"UID:1\r\n"
            b"FN:Tor Gil\r\n"
            b"N:Gil;Tor;;;\r\n"
            b"CATEGORIES:Fair 2026,VIP\r\n"
            b'TEL;TYPE="HOME,VOICE":+972 3 1234567\r\n'
            b"TEL;TYPE=CELL,PREF:+972501234567\r\n"
            b"X-SOCIALPROFILE;TYPE=LINKEDIN:https://l.example/in/tor\r\n"
            b"PHOTO;ENCODING=b;TYPE=image/png:iVBORw0KGgo=\r\n"
            b"RELATED;TYPE=spouse;VALUE=text:Ida\r\n"
            b"REV;VALUE=DATE-AND-OR-TIME:20240305T101233Z\r\n"
            b"END:VCARD\r\n"
        ),
        (("Tor Gil |  |  | other:+97231234567 mobile:+972501234567 |  |  | Fair 2026, VIP |  |  | "),),
    ),
    "camcard vcf": (
        (
            b"BEGIN:VCARD\r\n"
            b"VERSION:3.0\r\n"
            b"N:Oduya;Sam;;;\r\n"
            b"FN:Sam Oduya\r\n"
            b"ORG:Fernhill;Sales\r\n"
            b"TITLE:Buyer\r\n"
            b"TEL;TYPE=CELL:+447911123456\r\n"
            b"TEL;TYPE=WORK:+441134960000\r\n"
            b"TEL;TYPE=WORK,FAX:+441134960001\r\n"
            b"EMAIL;TYPE=WORK:sam@f.example\r\n"
            b"URL;TYPE=WORK:fernhill.example\r\n"
            b"ADR;TYPE=WORK:;;1 High St,Leeds LS1 1AA;;;;\r\n"
            b"X-IS-ANGLE:0\r\n"
            b"NOTE:Scanned by CamCard\r\n"
            b"X-QQ:123\r\n"
            b"X-WECHAT:sam\r\n"
            b"END:VCARD\r\n"
        ),
        (
            (
                "Sam Oduya | Buyer/Sales/Fernhill | sam@f.example | mobile:+447911123456 work:+441134960000 fax"
                ":+441134960001 | fernhill.example | 1 High St,Leeds LS1 1AA |  |  | Scanned by CamCard | "
            ),
        ),
    ),
    "qr minimal": (
        (
            b"BEGIN:VCARD\n"
            b"VERSION:3.0\n"
            b"N:Vale;Rhea\n"
            b"ORG:Kestrel\n"
            b"TEL;TYPE=work,voice:+1 415 555 0150\n"
            b"EMAIL:rhea@k.example\n"
            b"URL:https\\://k.example\n"
            b"ADR:1 Way, Reno, NV\n"
            b"END:VCARD"
        ),
        (
            (
                "Rhea Vale | //Kestrel | rhea@k.example | work:+14155550150 | https://k.example | 1 Way, Reno, "
                "NV |  |  |  | "
            ),
        ),
    ),
    "mecard like spaces": (
        (
            b"BEGIN:VCARD\r\n"
            b"VERSION:3.0\r\n"
            b" N:Vale;Rhea\r\n"
            b"FN: Rhea Vale \r\n"
            b"TEL : +1 415 555 0150\r\n"
            b"EMAIL; TYPE = WORK :rhea@k.example\r\n"
            b"ORG:  Kestrel  ;  ;\r\n"
            b"END:VCARD\r\n"
        ),
        (("Rhea Vale | //Kestrel | rhea@k.example | other:+14155550150 |  |  |  |  |  | "),),
    ),
    "lotus": (
        (
            b"BEGIN:VCARD\r\n"
            b"VERSION:2.1\r\n"
            b"N:Cole;Ivy;;;\r\n"
            b"FN:Ivy Cole\r\n"
            b"EMAIL;INTERNET:ivy@b.example\r\n"
            b"EMAIL;X400:c=US;a=x;p=y;s=Cole\r\n"
            b"X-LOTUS-CHARSET:UTF-8\r\n"
            b"TEL;WORK:+1 415 555 0101\r\n"
            b"ORG:Birch;;Unit;\r\n"
            b"ROLE:VP\r\n"
            b"AGENT:Al\r\n"
            b"END:VCARD\r\n"
        ),
        (("Ivy Cole | VP/Unit/Birch | ivy@b.example | work:+14155550101 |  |  |  |  |  | "),),
    ),
    "evolution": (
        (
            b"BEGIN:VCARD\r\n"
            b"VERSION:3.0\r\n"
            b"FN:Ben Ash\r\n"
            b"N:Ash;Ben;;;\r\n"
            b"X-EVOLUTION-FILE-AS:Ash\\, Ben\r\n"
            b"X-EVOLUTION-SPOUSE:Mo\r\n"
            b"X-EVOLUTION-MANAGER:Kay\r\n"
            b"X-EVOLUTION-ANNIVERSARY:2010-06-12\r\n"
            b"X-EVOLUTION-BLOG-URL:https://b.example\r\n"
            b"X-JABBER;TYPE=HOME;X-EVOLUTION-UI-SLOT=1:ben@j.example\r\n"
            b"TEL;TYPE=WORK,VOICE;X-EVOLUTION-UI-SLOT=1:+44 20 7946 0000\r\n"
            b"LABEL;TYPE=WORK:1 Way\\nLondon\r\n"
            b"ADR;TYPE=WORK:;;1 Way;London;;N1;UK\r\n"
            b"CALURI:https://b.example/c\r\n"
            b"BDAY;VALUE=DATE:1980-03-21\r\n"
            b"END:VCARD\r\n"
        ),
        (("Ben Ash |  |  | work:+442079460000 |  | 1 Way, N1 London, UK |  | 1980-03-21 |  | "),),
    ),
    "kaddressbook": (
        (
            b"BEGIN:VCARD\r\n"
            b"VERSION:3.0\r\n"
            b"FN:Udo Ess\r\n"
            b"N:Ess;Udo;;Dr.;\r\n"
            b"X-KADDRESSBOOK-X-Profession:Leiter\r\n"
            b"X-KADDRESSBOOK-X-Office:3.14\r\n"
            b"X-KADDRESSBOOK-X-ManagersName:Kay\r\n"
            b"X-messaging/xmpp-All:u@x.example\r\n"
            b"ORG:Ess AG\r\n"
            b'TEL;TYPE="voice","work":+49 228 123456\r\n'
            b"NOTE:a\\, b\\; c\\\\d\r\n"
            b"END:VCARD\r\n"
        ),
        (("Udo Ess | //Ess AG |  | work:+49228123456 |  |  |  |  | a, b; c\\d | "),),
    ),
    "icloud company": (
        (
            b"BEGIN:VCARD\r\n"
            b"VERSION:3.0\r\n"
            b"PRODID:-//Apple Inc.//iCloud Web Address Book//EN\r\n"
            b"N:;;;;\r\n"
            b"FN:Faro GmbH\r\n"
            b"ORG:Faro GmbH;\r\n"
            b"X-ABShowAs:COMPANY\r\n"
            b"item1.ADR;type=WORK;type=pref:;;Ring 3;Berlin;;10115;Deutschland\r\n"
            b"item1.X-ABADR:de\r\n"
            b"item2.TEL;type=pref:+49 30 6966377\r\n"
            b"item2.X-ABLabel:_$!<Main>!$_\r\n"
            b"END:VCARD\r\n"
        ),
        (("Faro GmbH | //Faro GmbH |  | work:+49306966377 |  | Ring 3, 10115 Berlin, Deutschland |  |  |  | "),),
    ),
    "phone two cards glued": (
        (
            b"BEGIN:VCARD\r\n"
            b"VERSION:2.1\r\n"
            b"N:Ash;Rob\r\n"
            b"TEL;CELL:+447911123456\r\n"
            b"END:VCARDBEGIN:VCARD\r\n"
            b"VERSION:2.1\r\n"
            b"N:Elm;Kim\r\n"
            b"TEL;CELL:+447911123457\r\n"
            b"END:VCARD\r\n"
        ),
        (
            ("Rob Ash |  |  | mobile:+447911123456 |  |  |  |  |  | "),
            ("Kim Elm |  |  | mobile:+447911123457 |  |  |  |  |  | "),
        ),
    ),
    "lower case": (
        (
            b"begin:vcard\n"
            b"version:3.0\n"
            b"fn:rob ash\n"
            b"n:ash;rob;;;\n"
            b"tel;type=cell:+447911123456\n"
            b"email:rob@a.example\n"
            b"end:vcard\n"
        ),
        (("rob ash |  | rob@a.example | mobile:+447911123456 |  |  |  |  |  | "),),
    ),
    "hubspot vcf": (
        (
            b"BEGIN:VCARD\r\n"
            b"VERSION:3.0\r\n"
            b"N:Ban;Oto\r\n"
            b"FN:Oto Ban\r\n"
            b"TITLE:CEO\r\n"
            b"ORG:Ban Kft\r\n"
            b"EMAIL;TYPE=PREF,INTERNET:oto@b.example\r\n"
            b"TEL;TYPE=WORK,MSG:+36 1 234 5678\r\n"
            b"ADR;TYPE=WORK:;;F\xc5\x91 1\\, 2. em;P\xc3\xa9cs;;7621;Hungary\r\n"
            b"PHOTO;VALUE=URI:https://b.example/o.jpg\r\n"
            b"SOURCE:https://app.example/1\r\n"
            b"END:VCARD\r\n"
        ),
        (
            (
                "Oto Ban | CEO//Ban Kft | oto@b.example | work:+3612345678 |  | Fő 1, 2. em, 7621 Pécs, Hungary"
                " |  |  |  | "
            ),
        ),
    ),
    "folded mid utf8": (
        (
            b"BEGIN:VCARD\r\n"
            b"VERSION:3.0\r\n"
            b"FN:Zo\xc3\xab Bl\xc3\xa5sut\r\n"
            b"N:Bl\xc3\xa5sut;Zo\xc3\xab\r\n"
            b"NOTE:a\xc3\r\n"
            b" \xa5b\r\n"
            b"END:VCARD\r\n"
        ),
        (("Zoë Blåsut |  |  |  |  |  |  |  | aåb | "),),
    ),
    "windows contacts": (
        (
            b"BEGIN:VCARD\r\n"
            b"VERSION:2.1\r\n"
            b"N;ENCODING=QUOTED-PRINTABLE;CHARSET=Windows-1252:M=FC=DFig;J=F6rg\r\n"
            b"FN;ENCODING=QUOTED-PRINTABLE;CHARSET=Windows-1252:J=F6rg M=FC=DFig\r\n"
            b"ADR;HOME;ENCODING=QUOTED-PRINTABLE;CHARSET=Windows-1252:;;Stra=DFe 1;K=F6ln;;50667;Deutsch"
            b"land\r\n"
            b"EMAIL;PREF;INTERNET:j@m.example\r\n"
            b"BDAY:19800321\r\n"
            b"REV:20240305T101233Z\r\n"
            b"END:VCARD\r\n"
        ),
        (("Jörg Müßig |  | j@m.example |  |  | Straße 1, 50667 Köln, Deutschland |  | 19800321 |  | "),),
    ),
    "salesforce tel ext": (
        (
            b"BEGIN:VCARD\r\n"
            b"VERSION:3.0\r\n"
            b"FN:Ned Stone\r\n"
            b"N:Stone;Ned;;;\r\n"
            b"TEL;TYPE=WORK:(415) 555-0123 x45\r\n"
            b"TEL;TYPE=MOBILE:415.555.0124\r\n"
            b"EMAIL;TYPE=OTHER:ned@q.example\r\n"
            b"X-SALESFORCE-ID:003\r\n"
            b"TITLE;CHARSET=utf-8:Buyer\r\n"
            b"END:VCARD\r\n"
        ),
        (("Ned Stone | Buyer// | ned@q.example | work:(415)555-0123x45 mobile:415.555.0124 |  |  |  |  |  | "),),
    ),
}

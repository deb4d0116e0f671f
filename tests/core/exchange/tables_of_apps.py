"""Tables as programs for contacts, cards and customers export them today, with made-up people."""

from __future__ import annotations

from typing import Final

TABLES: Final[dict[str, tuple[str, str, tuple[str, ...]]]] = {
    "Notion": (
        "utf-8-sig",
        (
            'Name,Company,Email,Phone,Role,Tags,Last contacted,Met at,Notes\n"Ada King",Baxter Ltd,'
            'ada@baxter.example,+44 20 7640 9515,CTO,"Investor, Friend","November 3, 2026","Web Summit, '
            'Lisbon","Likes tea\n\n- wants intro"\n'
        ),
        (
            (
                "Ada King | CTO//Baxter Ltd | ada@baxter.example | other:+442076409515 |  |  | Investor, "
                "Friend |  | Likes tea\n\n- wants intro | Last contacted"
            ),
        ),
    ),
    "Notion with relations": (
        "utf-8",
        (
            "Name,Organisation,E-Mail,Status\nAda King,Baxter Ltd "
            "(https://www.notion.so/Baxter-Ltd-0123456789abcdef0123456789abcdef?pvs=21),ada@baxter.example,"
            "Lead\n"
        ),
        (("Ada King | //Baxter Ltd | ada@baxter.example |  |  |  |  |  |  | Organisation, Status"),),
    ),
    "Airtable": (
        "utf-8-sig",
        (
            "Full Name,Job Title,Company (linked),Work Email,Mobile,LinkedIn URL,Attachments,Created\nBen "
            'Lee,"VP, Sales",Orbit Inc,ben@orbit.example,(415) 555-0132,https://www.linkedin.com/in/benlee,'
            "card.jpg (https://v5.airtableusercontent.com/x/y.jpg),11/3/2026 4:15pm\n"
        ),
        (
            (
                "Ben Lee | VP, Sales//Orbit Inc | ben@orbit.example | mobile:(415)555-0132 | "
                "https://www.linkedin.com/in/benlee |  |  |  |  | Attachments, Created"
            ),
        ),
    ),
    "HubSpot with associated companies": (
        "utf-8",
        (
            "Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,Marketing contact "
            "status,Create Date,Associated Company IDs,Associated Company\n101,Zoë,Ångström,"
            "zoe@north.example,+46 8 123 456,,NEW,Marketing contact,2026-01-03 10:22,999,North AB\n"
        ),
        (
            (
                "Zoë Ångström | //North AB | zoe@north.example | other:+468123456 |  |  |  |  |  | Record ID, "
                "Lead Status, Marketing contact status, Create Date, Associated Company IDs"
            ),
        ),
    ),
    "Salesforce, names of its interface": (
        "utf-8",
        (
            '"ID","ACCOUNTID","LASTNAME","FIRSTNAME","SALUTATION","MAILINGSTREET","MAILINGCITY",'
            '"MAILINGPOSTALCODE","PHONE","MOBILEPHONE","EMAIL","TITLE","DEPARTMENT","ISDELETED"\n"003x",'
            '"001x","Doe","Jane","Ms.","5 High St","Reading","RG1 2AB","+44 118 496 0000","",'
            '"jane@doe.example","Director","Sales","false"\n'
        ),
        (
            (
                "Ms. Jane Doe | Director/Sales/ | jane@doe.example | other:+441184960000 |  | 5 High St, RG1 "
                "2AB Reading |  |  |  | ID, ACCOUNTID, ISDELETED"
            ),
        ),
    ),
    "Zoho CRM": (
        "utf-8",
        (
            "Record Id,Contact Owner.id,Contact Owner,Lead Source,First Name,Last Name,Account Name.id,"
            "Account Name,Email,Title,Department,Phone,Home Phone,Other Phone,Fax,Mobile,Date of Birth,"
            "Mailing Street,Mailing City,Mailing Zip,Tag,Email Opt Out,Salutation,Secondary Email,Skype ID,"
            "Twitter\nzcrm_1,zcrm_2,Me,Trade Show,Priya,Rao,zcrm_9,Rao & Sons,priya@rao.example,CEO,,+91 "
            '22 1234 5678,,,,+91 98200 12345,1980-03-21,MG Road 1,Mumbai,400001,"vip;fair",false,Ms.,'
            "priya2@rao.example,priya.rao,@prao\n"
        ),
        (
            (
                "Ms. Priya Rao | CEO//Rao & Sons | priya@rao.example priya2@rao.example | other:+912212345678 "
                "mobile:+919820012345 |  | MG Road 1, 400001 Mumbai | vip, fair | 1980-03-21 |  | Record Id, "
                "Contact Owner.id, Contact Owner, Lead Source, Account Name.id, Email Opt Out, Skype ID, "
                "Twitter"
            ),
        ),
    ),
    "Excel, sep= and numbers as formulas": (
        "utf-8-sig",
        (
            'sep=;\r\nVorname;Nachname;Firma;Telefon;E-Mail\r\nJörg;Müller;Müller GmbH;="030 6966377";'
            "joerg@mueller.example\r\n"
        ),
        (("Jörg Müller | //Müller GmbH | joerg@mueller.example | other:0306966377 |  |  |  |  |  | "),),
    ),
    "quotes around formulas": (
        "utf-8",
        ('Name,Phone,Zip,City,Street\r\nAnn Lee,"=""0306966377""","=""01234""",Dresden,Hauptstr. 1\r\n'),
        (("Ann Lee |  |  | other:0306966377 |  | Hauptstr. 1, 01234 Dresden |  |  |  | "),),
    ),
    "eM Client": (
        "utf-8",
        (
            '"FirstName","MiddleName","LastName","Title","Suffix","NickName","E-mail","E-mail 2",'
            '"BusinessPhone","HomePhone","MobilePhone","Company","JobTitle","BusinessStreet",'
            '"BusinessCity","BusinessPostalCode","BusinessCountry"\n"Ema","","Client","","","",'
            '"ema@c.example","","+420 377 123 456","","","C s.r.o.","","Zitna 1","Praha","11000","CZ"\n'
        ),
        (("Ema Client | //C s.r.o. | ema@c.example | work:+420377123456 |  | Zitna 1, 11000 Praha, CZ |  |  |  | "),),
    ),
    "Zimbra": (
        "utf-8",
        (
            '"birthday","callbackPhone","company","email","email2","firstName","fullName","homeCity",'
            '"homePhone","jobTitle","lastName","mobilePhone","notes","workCity","workPhone",'
            '"workPostalCode","workStreet","workURL"\n"","","Acme","z@acme.example","","Zed","Zed Zimmer",'
            '"","","Boss","Zimmer","+1 415 555 0132","","Oakland","+1 415 555 0133","94601","1 A St",'
            '"acme.example"\n'
        ),
        (
            (
                "Zed Zimmer | Boss//Acme | z@acme.example | work:+14155550133 mobile:+14155550132 | "
                "acme.example | 1 A St, 94601 Oakland |  |  |  | "
            ),
        ),
    ),
    "Eight": (
        "cp932",
        (
            "会社名,部署名,役職,氏名,e-mail,郵便番号,住所,TEL会社,TEL部門,TEL直通,Fax,携帯電話,URL,名刺交換日\r\n"
            "株式会社サンプル,営業部,部長,山田 太郎,"
            "taro@sample.example,100-0001,東京都千代田区1-1,03-1234-5678,,,03-1234-5679,090-1234-5678,"
            "https://sample.example,2026/03/21\r\n"
        ),
        (
            (
                "山田 太郎 | 部長/営業部/株式会社サンプル | taro@sample.example | other:03-1234-5678 "
                "mobile:090-1234-5678 fax:03-1234-5679 | https://sample.example | "
                "東京都千代田区1-1, 100-0001 |  |  |  | "
            ),
        ),
    ),
    "Sansan": (
        "utf-8-sig",
        (
            '"名刺交換日","会社名","部署名","役職","氏名（姓）","氏名（名）","メールアドレス","電話番号","携帯番号","住所"\n"2026/3/21","株式会社例",'
            '"開発部","主任","佐藤","花子","hanako@rei.example","03-1111-2222","080-1111-2222","大阪市北区1"\n'
        ),
        (
            (
                "佐藤 花子 | 主任/開発部/株式会社例 | hanako@rei.example | other:03-1111-2222 "
                "mobile:080-1111-2222 |  | 大阪市北区1 |  |  |  | "
            ),
        ),
    ),
    "GMX": (
        "cp1252",
        (
            '"Nachname","Vorname","Titel","Firma","E-Mail privat","E-Mail geschäftlich","Telefon privat",'
            '"Telefon geschäftlich","Handy privat","Fax privat","Straße privat","PLZ privat","Ort privat",'
            '"Land privat","Geburtstag","Notizen"\n"Groß","Jürgen","Dr.","","juergen@gross.example","",'
            '"030 6966377","","0171 5550199","","Weg 1","10115","Berlin","Deutschland","21.03.1980",'
            '"nett"\n'
        ),
        (
            (
                "Dr. Jürgen Groß |  | juergen@gross.example | other:0306966377 mobile:01715550199 |  | Weg 1, "
                "10115 Berlin, Deutschland |  | 1980-03-21 | nett | "
            ),
        ),
    ),
    "Act!": (
        "cp1252",
        (
            "Contact,Company,Address 1,Address 2,Address 3,City,State,ZIP Code,Country,Phone,Fax Phone,"
            'Mobile Phone,Title,Department,Salutation,E-mail Address,Web Site,Last Results,ID/Status\n"Lee,'
            ' Ann",Lee Inc,1 A St,Suite 2,,Oakland,CA,94601,United States,(415) 555-0132,,,VP,,Ann,'
            'ann@lee.example,www.lee.example,,Customer\n"Ray, Bob",Ray Inc,2 B St,,,Oakland,CA,94601,'
            "United States,(415) 555-0133,,,CEO,,Bob,bob@ray.example,www.ray.example,,Customer\n"
        ),
        (
            (
                "Ann Lee | VP//Lee Inc | ann@lee.example | other:(415)555-0132 | www.lee.example | Suite 2, 1 "
                "A St, Oakland, CA 94601, United States |  |  |  | ID/Status"
            ),
            (
                "Bob Ray | CEO//Ray Inc | bob@ray.example | other:(415)555-0133 | www.ray.example | 2 B St, "
                "Oakland, CA 94601, United States |  |  |  | ID/Status"
            ),
        ),
    ),
    "Monica": (
        "utf-8",
        (
            "first_name,last_name,email,phone_number,company,job,birthdate,address_street,address_city,"
            "address_zip,tags\nAnn,Lee,a@l.example,+14155550132,Lee Inc,VP,1980-03-21,1 A St,Oakland,94601,"
            "friends\n"
        ),
        (
            (
                "Ann Lee | VP//Lee Inc | a@l.example | other:+14155550132 |  | 1 A St, 94601 Oakland | friends "
                "| 1980-03-21 |  | "
            ),
        ),
    ),
    "Odoo": (
        "utf-8",
        (
            '"External ID","Name","Company Name","Job Position","Phone","Mobile","Email","Street",'
            '"Street2","City","Zip","Country","Tags","Website Link"\n"__export__.1","Ann Lee","Lee Inc",'
            '"VP","+1 415 555 0132","","a@l.example","1 A St","Suite 2","Oakland","94601","United States",'
            '"VIP,Fair","http://lee.example"\n'
        ),
        (
            (
                "Ann Lee | VP//Lee Inc | a@l.example | other:+14155550132 | http://lee.example | Suite 2, 1 A "
                "St, 94601 Oakland, United States | VIP, Fair |  |  | External ID"
            ),
        ),
    ),
    "Brevo": (
        "utf-8",
        ("CONTACT ID;EMAIL;NOM;PRENOM;SMS;ADDED_TIME\n1;a@l.example;LEE;Ann;33612345678;01-03-2026\n"),
        (("Ann LEE |  | a@l.example | mobile:33612345678 |  |  |  |  |  | CONTACT ID, ADDED_TIME"),),
    ),
    "Popl": (
        "utf-8",
        (
            "Name,Email,Phone,Location,Job Title,Company,Note,Connected Date,Tags\nNia Obi,nia@obi.example,"
            '2348031234567,"Lagos, Nigeria",Founder,Obi Labs,,03/04/2026,\n'
        ),
        (
            (
                "Nia Obi | Founder//Obi Labs | nia@obi.example | other:2348031234567 |  |  |  |  |  | "
                "Connected Date, Location"
            ),
        ),
    ),
    "Apollo": (
        "utf-8",
        (
            "First Name,Last Name,Title,Company,Company Name for Emails,Email,Email Status,Seniority,"
            "Departments,Work Direct Phone,Home Phone,Mobile Phone,Corporate Phone,Other Phone,Stage,"
            "Person Linkedin Url,Website,Company Linkedin Url,City,State,Country\nTom,Ray,CFO,Ray Inc,Ray,"
            "tom@ray.example,Verified,C suite,Finance,+1 415 555 0130,,+1 415 555 0131,+1 415 555 0132,,"
            "Cold,http://www.linkedin.com/in/tomray,http://www.ray.example,"
            "http://www.linkedin.com/company/ray,Oakland,California,United States\n"
        ),
        (
            (
                "Tom Ray | CFO//Ray Inc | tom@ray.example | work:+14155550130 work:+14155550132 "
                "mobile:+14155550131 | http://www.linkedin.com/in/tomray http://www.ray.example "
                "http://www.linkedin.com/company/ray | Oakland, California, United States |  |  |  | Company "
                "Name for Emails, Email Status, Seniority, Departments, Stage"
            ),
        ),
    ),
    "WhatsApp groups": (
        "utf-8",
        (
            "Country Code,Country Name,Phone Number,Formatted Phone,Is My Contact,Saved Name,Public Name,"
            "Group Name\n44,United Kingdom,442076409515,+44 20 7640 9515,TRUE,Ann Lee,annie,Fair\n"
        ),
        (
            (
                "Ann Lee |  |  | other:442076409515 other:+442076409515 |  | United Kingdom |  |  |  | Country "
                "Code, Is My Contact, Public Name, Group Name"
            ),
        ),
    ),
    "several in one cell": (
        "utf-8",
        (
            "Name,Emails,Phones,Tags\nAnn Lee,ann@lee.example;a2@lee.example,+1 415 555 0132;+1 415 555 "
            '0133,"vip;fair"\n'
        ),
        (
            (
                "Ann Lee |  | ann@lee.example a2@lee.example | other:+14155550132 other:+14155550133 |  |  | "
                "vip, fair |  |  | "
            ),
        ),
    ),
    "emoji": (
        "utf-8",
        ('Name,Phone,Email,Notes\n"Zoë 🎉 Party","📱 +1 415 555 0132","✉️ zoe@p.example","🇩🇪 👨\u200d👩\u200d👧"\n'),
        (("Zoë 🎉 Party |  | zoe@p.example | other:📱+14155550132 |  |  |  |  | 🇩🇪 👨\u200d👩\u200d👧 | "),),
    ),
    "a telephone": (
        "utf-8",
        (
            "First name,Last name,Phone : mobile,Phone : home,Email : work,Street : home,City : home,"
            "Birthday\nAmy,Wu,+1 415 555 0132,+1 415 555 0133,amy@wu.example,1 A St,Oakland,1980-03-21\n"
        ),
        (
            (
                "Amy Wu |  | amy@wu.example | other:+14155550133 mobile:+14155550132 |  | 1 A St, Oakland |  | "
                "1980-03-21 |  | "
            ),
        ),
    ),
    "HiHello": (
        "utf-8",
        (
            "Prefix,First Name,Middle Name,Last Name,Suffix,Accreditations,Preferred Name,Maiden Name,"
            "Pronouns,Title,Department,Company,Headline,Email,Email Label,Phone,Phone Label,Website,"
            "Address,Notes,Tags,Where we met,Date added\n,Nia,,Obi,,,,,she/her,Founder,,Obi Labs,Building "
            'things,nia@obi.example,work,+234 803 123 4567,mobile,obi.example,"1 Marina, Lagos",,"fair",'
            "Lagos Expo,2026-03-04\n"
        ),
        (
            (
                "Nia Obi | Founder//Obi Labs | nia@obi.example | other:+2348031234567 | obi.example | 1 Marina,"
                " Lagos | fair |  |  | Pronouns, Headline, Email Label, Phone Label, Date added"
            ),
        ),
    ),
    "OX App Suite": (
        "utf-8",
        (
            '"Contact ID","Display name","First name","Last name","Street (home)","Postal code (home)",'
            '"City (home)","Telephone (business 1)","Cell phone","Email 1","Company","Position",'
            '"Tags"\n"1","Ox Ford","Ox","Ford","","","","+49 30 6966377","+49 171 5550199",'
            '"ox@ford.example","Ford KG","Leiter",""\n'
        ),
        (
            (
                "Ox Ford | Leiter//Ford KG | ox@ford.example | work:+49306966377 mobile:+491715550199 |  |  |  "
                "|  |  | Contact ID"
            ),
        ),
    ),
}

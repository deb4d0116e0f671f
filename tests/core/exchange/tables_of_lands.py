"""Tables of further programs and lands, with made-up people; in the form of `tables_elsewhere`."""

from __future__ import annotations

from typing import Final

TABLES: Final[dict[str, tuple[str, str, tuple[str, ...]]]] = {
    "outlook nl": (
        "cp1252",
        (
            '"Titel","Voornaam","Middelste naam","Achternaam","Achtervoegsel","Bedrijf","Afdeling","Functie'
            '","Werkadres, straat","Werkadres, plaats","Werkadres, provincie","Werkadres, postcode","Werkad'
            'res, land/regio","Telefoon op werk","Mobiele telefoon","Fax op werk","E-mailadres","Verjaardag'
            '","Categorieën","Notities","Webpagina"\n'
            '"Dhr.","Joost","van","Buuren","","Zeeën BV","Inkoop","Hoofd inkoop","Kade 1","Delft","ZH","261'
            '1 AB","Nederland","+31 15 212 3456","+31 6 12345678","+31 15 212 3457","joost@zeeen.example","'
            '21-3-1980","Beurs;Klant","Één notitie","http://zeeen.example"\n'
        ),
        (
            (
                "Dhr. Joost van Buuren | Hoofd inkoop/Inkoop/Zeeën BV | joost@zeeen.example | work:+31152123456"
                " mobile:+31612345678 fax:+31152123457 | http://zeeen.example | Kade 1, Delft, ZH 2611 AB, Nede"
                "rland | Beurs, Klant | 1980-03-21 | Één notitie | "
            ),
        ),
    ),
    "outlook ja": (
        "cp932",
        (
            '"名","姓","ミドル ネーム","会社名","部署","役職","番地 (会社)","市区町村 (会社)","都道府県 (会'
            '社)","郵便番号 (会社)","会社電話","携帯電話","会社 FAX","電子メール アドレス","メモ","Web ペー'
            'ジ"\n'
            '"花子","山田","","株式会社さくら","営業部","課長","1-2-3","千代田区","東京都","100-0001","+81'
            ' 3 1234 5678","+81 90 1234 5678","+81 3 1234 5679","hanako@sakura.example","展示会","http://s'
            'akura.example"\n'
        ),
        (
            (
                "山田 花子 | 課長/営業部/株式会社さくら | hanako@sakura.example | work:+81312345678 mobile:+819"
                "012345678 fax:+81312345679 | http://sakura.example | 1-2-3, 千代田区, 東京都 100-0001 |  |  |"
                " 展示会 | "
            ),
        ),
    ),
    "outlook ko": (
        "cp949",
        (
            '"이름","성","회사","부서","직함","근무처 전화","휴대폰","전자 메일 주소","메모"\n'
            '"민수","김","한빛","영업","부장","+82 2 312 3456","+82 10 1234 5678","minsu@hanbit.example","'
            '만남"\n'
        ),
        (
            (
                "김 민수 | 부장/영업/한빛 | minsu@hanbit.example | work:+8223123456 mobile:+821012345678 |  | "
                " |  |  | 만남 | "
            ),
        ),
    ),
    "outlook uk": (
        "cp1251",
        (
            '"Ім\'я","По батькові","Прізвище","Організація","Посада","Робочий телефон","Мобільний телефон"'
            ',"Адреса електронної пошти","Вулиця (робоча адреса)","Місто (робоча адреса)"\n'
            '"Олена","Іванівна","Ковальчук","Зірка","Директорка","+380 44 123 4567","+380 67 123 4567","ole'
            'na@zirka.example","вул. Шевченка 1","Київ"\n'
        ),
        (
            (
                "Олена Іванівна Ковальчук | Директорка//Зірка | olena@zirka.example | work:+380441234567 mobile"
                ":+380671234567 |  | вул. Шевченка 1, Київ |  |  |  | "
            ),
        ),
    ),
    "google new, several in a cell": (
        "utf-8",
        (
            "First Name,Middle Name,Last Name,Phonetic First Name,Name Suffix,Nickname,File As,Organization"
            " Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,"
            "E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - L"
            "abel,Phone 2 - Value,Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - Ci"
            "ty,Address 1 - PO Box,Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,Address 1"
            " - Extended Address,Relation 1 - Label,Relation 1 - Value,Website 1 - Label,Website 1 - Value,"
            "Event 1 - Label,Event 1 - Value,Custom Field 1 - Label,Custom Field 1 - Value\n"
            'Reto,,Ängeli,,,,,Kästli AG,Bauführer,,--07-01,"Zeile 1\n'
            'Zeile 2",https://lh3.example/x,Messe 2026 ::: * myContacts ::: * starred,* Work,reto@kaestli.e'
            "xample ::: r.aengeli@kaestli.example,Home,reto@home.example,Work,+41319280960 ::: +41792648866"
            ',Work Fax,+41319280961,Work,"Weg 1\n'
            "3000 Bern\n"
            'CH",Weg 1,Bern,,BE,3000,CH,,Spouse,Ida,Work,kaestli.example,Anniversary,2010-06-12,Kunde,ja\n'
            ",,,,,,,Nur Firma GmbH,,,,,,* myContacts,,,,,Mobile,+49 171 5550123,,,,,,,,,,,,,,,,,,,\n"
        ),
        (
            (
                "Reto Ängeli | Bauführer//Kästli AG | reto@kaestli.example r.aengeli@kaestli.example reto@home."
                "example | work:+41319280960 work:+41792648866 fax:+41319280961 | kaestli.example | Weg 1, Bern"
                ", BE 3000, CH | Messe 2026 | --07-01 | Zeile 1\n"
                "Zeile 2 | Kunde"
            ),
            (" | //Nur Firma GmbH |  | mobile:+491715550123 |  |  |  |  |  | "),
        ),
    ),
    "google template": (
        "utf-8",
        (
            "Name Prefix,First Name,Middle Name,Last Name,Name Suffix,Phonetic First Name,Phonetic Middle N"
            "ame,Phonetic Last Name,Nickname,File As,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phon"
            "e 1 - Value,Address 1 - Label,Address 1 - Country,Address 1 - Street,Address 1 - Extended Addr"
            "ess,Address 1 - City,Address 1 - Region,Address 1 - Postal Code,Address 1 - PO Box,Organizatio"
            "n Name,Organization Title,Organization Department,Birthday,Event 1 - Label,Event 1 - Value,Rel"
            "ation 1 - Label,Relation 1 - Value,Website 1 - Label,Website 1 - Value,Custom Field 1 - Label,"
            "Custom Field 1 - Value,Notes,Labels\n"
            "Ms.,Jo,,Ray,,,,,,,Home,jo@ray.example,Mobile,(415) 555-0132,Home,US,1 Main St,Apt 4,Oakland,CA"
            ",94607,,Lumen,CFO,,1980-03-21,,,,,,,,,met in May,Fair\n"
        ),
        (
            (
                "Ms. Jo Ray | CFO//Lumen | jo@ray.example | mobile:(415)555-0132 |  | Apt 4, 1 Main St, Oakland"
                ", CA 94607, US | Fair | 1980-03-21 | met in May | "
            ),
        ),
    ),
    "linkedin es": (
        "utf-8",
        (
            "Notas:\n"
            '"Al exportar los datos de tus contactos..."\n'
            "\n"
            "Nombre,Apellidos,URL,Dirección de correo electrónico,Empresa,Cargo,Fecha de conexión\n"
            'Lucía,"Marín, PMP",https://www.linkedin.example/in/lucia,,Faro,Directora,05 mar 2024\n'
        ),
        (("Lucía Marín, PMP | Directora//Faro |  |  | https://www.linkedin.example/in/lucia |  |  |  |  | "),),
    ),
    "linkedin pt": (
        "utf-8",
        (
            "First Name,Last Name,Email Address,Company,Position,Connected On\n"
            'João,Sá,,Farol,Diretor,"3/5/19, 6:12 PM"\n'
        ),
        (("João Sá | Diretor//Farol |  |  |  |  |  |  |  | Connected On"),),
    ),
    "linkedin it": (
        "utf-8",
        (
            "Nome,Cognome,URL,Indirizzo email,Azienda,Posizione,Data collegamento\n"
            "Luca,Bìanchi,https://l.example/in/l,,Faro,CTO,05 mar 2024\n"
        ),
        (("Luca Bìanchi | CTO//Faro |  |  | https://l.example/in/l |  |  |  |  | "),),
    ),
    "abbyy bcr": (
        "utf-16",
        (
            "First name\tMiddle name\tLast name\tJob title\tCompany\tMobile\tPhone\tFax\tEmail\tWeb\tAddres"
            "s\tNote\tCreated\n"
            "Anna\t\tRuiz\tCMO\tFaro SL\t+34 612 345 678\t+34 91 123 45 67\t+34 91 123 45 68\tanna@faro.exa"
            "mple\twww.faro.example\tCalle Mayor 1, 28013 Madrid\tFeria\t05.03.2024\n"
        ),
        (
            (
                "Anna Ruiz | CMO//Faro SL | anna@faro.example | other:+34911234567 mobile:+34612345678 fax:+349"
                "11234568 | www.faro.example | Calle Mayor 1, 28013 Madrid |  |  | Feria | Created"
            ),
        ),
    ),
    "capsule": (
        "utf-8",
        (
            "ID,Type,Title,First Name,Last Name,Job Title,Organisation,About,Tags,Address Street,City,State"
            ",Zip,Country,Phone Number,Direct Phone,Mobile Phone,Home Phone,Fax Number,Email Address,Work E"
            "mail,Home Email,Website,Twitter,Created\n"
            '17,Person,Mr,Sam,Oduya,Buyer,Fernhill,Likes tea,"Fair,Lead",1 High St,Leeds,,LS1 1AA,United Ki'
            "ngdom,+44 113 496 0000,+44 113 496 0001,+44 7911 123456,,,sam@fernhill.example,,,https://fernh"
            "ill.example,@sam,2024-03-05\n"
        ),
        (
            (
                "Mr Sam Oduya | Buyer//Fernhill | sam@fernhill.example | other:+441134960000 other:+44113496000"
                "1 mobile:+447911123456 | https://fernhill.example | 1 High St, LS1 1AA Leeds, United Kingdom |"
                " Fair, Lead |  |  | ID, Type, About, Twitter, Created"
            ),
        ),
    ),
    "constant contact": (
        "utf-8",
        (
            "Email address,First name,Last name,Company,Job title,Phone - home,Phone - mobile,Phone - work,"
            "Street address line 1 - Work,City - Work,State/Province - Work,Zip/Postal code - Work,Country "
            "- Work,Tags,Email status,Created At\n"
            "kim@cask.example,Kim,Park,Cask,Owner,,+1 415 555 0132,+1 415 555 0133,1 Pier,Oakland,CA,94607,"
            'United States,"vip, fair",Active,2024-03-05\n'
        ),
        (
            (
                "Kim Park | Owner//Cask | kim@cask.example | work:+14155550133 mobile:+14155550132 |  | 1 Pier,"
                " Oakland, CA 94607, United States | vip, fair |  |  | Email status, Created At"
            ),
        ),
    ),
    "insightly": (
        "utf-8",
        (
            "Record Id,Salutation,First Name,Last Name,Title,Organization,Phone,Home Phone,Mobile Phone,Fax"
            ",Assistant Name,Email Address,Mailing Street,Mailing City,Mailing State,Mailing Postal Code,Ma"
            "iling Country,Other Street,Other City,Date of Birth,Background,LinkedIn URL,Tag List\n"
            "5,Ms.,Ivy,Cole,VP,Birch,+1 415 555 0101,,,,Al,ivy@birch.example,2 Elm,Reno,NV,89501,USA,,,21/0"
            "3/1980,keen,https://linkedin.example/in/ivy,a;b\n"
        ),
        (
            (
                "Ms. Ivy Cole | VP//Birch | ivy@birch.example | other:+14155550101 | https://linkedin.example/i"
                "n/ivy | 2 Elm, Reno, NV 89501, USA | a, b | 1980-03-21 | keen | Record Id, Assistant Name"
            ),
        ),
    ),
    "nimble": (
        "utf-8",
        (
            "Record type,First name,Middle name,Last name,Company,Title,Description,Email (work),Email (per"
            "sonal),Phone (work),Phone (mobile),Street (work),City (work),State (work),Zip (work),Country ("
            "work),Tags,URL (work),LinkedIn,Birthday\n"
            "person,Ola,,Nord,Fjell AS,CEO,tall,ola@fjell.example,ola@h.example,+47 22 12 34 56,+47 91 23 4"
            '5 67,Gata 1,Oslo,,0150,Norway,"a,b",fjell.example,https://l.example/in/ola,1980-03-21\n'
        ),
        (
            (
                "Ola Nord | CEO//Fjell AS | ola@fjell.example ola@h.example | work:+4722123456 mobile:+47912345"
                "67 | fjell.example https://l.example/in/ola | Gata 1, 0150 Oslo, Norway | a, b | 1980-03-21 | "
                "tall | Record type"
            ),
        ),
    ),
    "close": (
        "utf-8",
        (
            "lead_id,lead_name,contact_name,contact_title,contact_primary_email,contact_primary_phone,statu"
            "s_label,contact_other_emails\n"
            "lead_1,Orchard Ltd,Tess Vane,COO,tess@orchard.example,+44 20 7946 0000,Potential,t2@orchard.ex"
            "ample\n"
        ),
        (
            (
                "Tess Vane | COO// | tess@orchard.example t2@orchard.example | other:+442079460000 |  |  |  |  "
                "|  | lead_id, lead_name, status_label"
            ),
        ),
    ),
    "zoominfo": (
        "utf-8",
        (
            "ZoomInfo Contact ID,Last Name,First Name,Middle Name,Salutation,Suffix,Job Title,Management Le"
            "vel,Company Division Name,Direct Phone Number,Email Address,Email Domain,Department,Mobile pho"
            "ne,Person Street,Person City,Person State,Person Zip Code,Country,LinkedIn Contact Profile URL"
            ",ZoomInfo Company ID,Company Name,Website,Company HQ Phone\n"
            "9,Vale,Rhea,,,,Head of Ops,Director,,+1 415 555 0150,rhea@k.example,k.example,Ops,+1 415 555 0"
            "151,,Oakland,CA,,United States,https://l.example/in/rhea,7,Kestrel,k.example,+1 415 555 0100\n"
        ),
        (
            (
                "Rhea Vale | Head of Ops/Ops/Kestrel | rhea@k.example | other:+14155550150 other:+14155550100 m"
                "obile:+14155550151 | https://l.example/in/rhea k.example | Oakland, CA, United States |  |  | "
                " | ZoomInfo Contact ID, Management Level, Email Domain, ZoomInfo Company ID"
            ),
        ),
    ),
    "csvde": (
        "utf-8",
        (
            "DN,objectClass,cn,sn,givenName,title,department,company,telephoneNumber,mobile,facsimileTeleph"
            "oneNumber,mail,streetAddress,l,st,postalCode,co,physicalDeliveryOfficeName\n"
            '"CN=Bea Ott,OU=Staff,DC=x,DC=example",user,Bea Ott,Ott,Bea,Prokuristin,Einkauf,Ott KG,+49 30 6'
            "966377,+49 171 5550123,+49 30 6966378,bea@ott.example,Ring 3,Berlin,,10115,Germany,3.14\n"
        ),
        (
            (
                "Bea Ott | Prokuristin/Einkauf/Ott KG | bea@ott.example | other:+49306966377 mobile:+4917155501"
                "23 fax:+49306966378 |  | Ring 3, 10115 Berlin, Germany |  |  |  | DN, objectClass, physicalDel"
                "iveryOfficeName"
            ),
        ),
    ),
    "get-aduser": (
        "utf-8",
        (
            '"DisplayName","GivenName","Surname","EmailAddress","OfficePhone","MobilePhone","Title","Depart'
            'ment","Company","StreetAddress","City","PostalCode","Country"\n'
            '"Ott, Bea","Bea","Ott","bea@ott.example","+49 30 6966377","+49 171 5550123","Prokuristin","Ein'
            'kauf","Ott KG","Ring 3","Berlin","10115","DE"\n'
        ),
        (
            (
                "Bea Ott | Prokuristin/Einkauf/Ott KG | bea@ott.example | work:+49306966377 mobile:+49171555012"
                "3 |  | Ring 3, 10115 Berlin, DE |  |  |  | "
            ),
        ),
    ),
    "luma": (
        "utf-8",
        (
            "api_id,name,first_name,last_name,email,phone_number,created_at,approval_status,ticket_name,Wha"
            "t company do you work for?,What is your LinkedIn profile?\n"
            "gst-1,Mia Wong,Mia,Wong,mia@w.example,+14155550123,2024-03-05T10:00:00Z,approved,Standard,Wong"
            " Labs,https://linkedin.com/in/mia\n"
        ),
        (
            (
                "Mia Wong |  | mia@w.example | other:+14155550123 | https://linkedin.com/in/mia |  |  |  |  | a"
                "pi_id, created_at, approval_status, ticket_name, What company do you work for?"
            ),
        ),
    ),
    "badge scanner": (
        "utf-8",
        (
            "Scan Time,Badge ID,First Name,Last Name,Title,Company,Email,Phone,Address 1,Address 2,City,Sta"
            "te/Province,Zip/Postal Code,Country,Lead Rating,Notes\n"
            "03/05/2024 10:12:00,0012,Ned,Stone,Buyer,Quarry,ned@q.example,4155550123,1 Rock Rd,Suite 2,Ren"
            "o,NV,89501,USA,Hot,wants demo\n"
        ),
        (
            (
                "Ned Stone | Buyer//Quarry | ned@q.example | other:4155550123 |  | Suite 2, 1 Rock Rd, Reno, NV"
                " 89501, USA |  |  | wants demo | Scan Time, Badge ID, Lead Rating"
            ),
        ),
    ),
    "zoom registrants": (
        "utf-8",
        (
            "Registration Report\n"
            "Topic,Webinar ID\n"
            "Cards,123\n"
            "\n"
            "Attendee Details\n"
            "First Name,Last Name,Email,Registration Time,Approval Status,Organization,Job Title,Phone\n"
            'Uma,Rao,uma@r.example,"Mar 5, 2024 10:12:33",approved,Rao Inc,CTO,+14155550124\n'
        ),
        (
            (
                "Uma Rao | CTO//Rao Inc | uma@r.example | other:+14155550124 |  |  |  |  |  | Registration Time"
                ", Approval Status"
            ),
        ),
    ),
    "windows mail": (
        "cp1252",
        (
            "First Name;Last Name;Middle Name;Name;Nickname;E-mail Address;Home Street;Home City;Home Posta"
            "l Code;Home State;Home Country/Region;Home Phone;Home Fax;Mobile Phone;Personal Web Page;Busin"
            "ess Street;Business City;Business Postal Code;Business Phone;Company;Job Title;Department;Note"
            "s\n"
            "Zoë;Blåsut;;Zoë Blåsut;Zo;zoe@b.example;Gränd 1;Malmö;211 20;;Sverige;+46 40 12 34 56;;+46 70 "
            "123 45 67;;;;;;Blåsut AB;VD;;hej\n"
        ),
        (
            (
                "Zoë Blåsut | VD//Blåsut AB | zoe@b.example | other:+4640123456 mobile:+46701234567 |  | Gränd "
                "1, 211 20 Malmö, Sverige |  |  | hej | "
            ),
        ),
    ),
    "samsung kies": (
        "utf-16",
        (
            "Name\tMobile Number\tHome Number\tOffice Number\tE-mail\tCompany\tGroup\tBirthday\n"
            "Pia Holm\t+46701234567\t\t+46812345678\tpia@h.example\tHolm\tVänner\t19800321\n"
        ),
        (
            (
                "Pia Holm | //Holm | pia@h.example | other:+46812345678 mobile:+46701234567 |  |  | Vänner | 19"
                "80-03-21 |  | "
            ),
        ),
    ),
    "nokia": (
        "utf-16",
        (
            '"Title","First name","Middle name","Last name","Suffix","Job title","Company","Birthday","SIP '
            'address","Push-to-talk","Share view","User ID","Notes","General mobile","General phone","Gener'
            'al e-mail","General fax","Home mobile","Business mobile","Business phone","Business e-mail","B'
            'usiness street","Business city","Business postal code","Business country"\n'
            '"","Eero","","Mäki","","","Kivi Oy","21.3.1980","","","","","","+358 40 1234567","","eero@kivi'
            '.example","","","","+358 9 1234567","","Katu 1","Helsinki","00100","Suomi"\n'
        ),
        (
            (
                "Eero Mäki | //Kivi Oy | eero@kivi.example | other:+358401234567 work:+35891234567 |  | Katu 1,"
                " 00100 Helsinki, Suomi |  | 1980-03-21 |  | "
            ),
        ),
    ),
    "phone app": (
        "utf-8",
        (
            "Display Name,Phone 1 - Type,Phone 1 - Number,Phone 2 - Type,Phone 2 - Number,Email 1 - Type,Em"
            "ail 1,Organization,Note\n"
            "Rob Ash,CELL,+44 7911 123456,WORK,+44 20 7946 0000,WORK,rob@ash.example,Ash Ltd,x\n"
        ),
        (
            (
                "Rob Ash | //Ash Ltd | rob@ash.example | mobile:+447911123456 work:+442079460000 |  |  |  |  | "
                "x | Email 1 - Type"
            ),
        ),
    ),
    "yandex": (
        "utf-8",
        (
            "Имя,Отчество,Фамилия,Телефон,Электронная почта,Компания,Должность,День рождения,Примечание\n"
            "Иван,Петрович,Сидоров,+7 495 123-45-67,ivan@s.example,Ромашка,Инженер,21.03.1980,друг\n"
        ),
        (
            (
                "Иван Петрович Сидоров | Инженер//Ромашка | ivan@s.example | other:+7495123-45-67 |  |  |  | 19"
                "80-03-21 | друг | "
            ),
        ),
    ),
    "fastmail": (
        "utf-8",
        (
            "Title,First Name,Last Name,Nickname,Company,Department,Job Title,Birthday,Email 1,Email 1 Type"
            ",Email 2,Email 2 Type,Phone 1,Phone 1 Type,Phone 2,Phone 2 Type,Address 1 Street,Address 1 Cit"
            "y,Address 1 State,Address 1 Postcode,Address 1 Country,Address 1 Type,URL 1,Notes\n"
            ",Lea,Frost,,Frost,,CEO,1980-03-21,lea@f.example,work,lea@h.example,home,+61 2 5550 1234,work,+"
            "61 491 570 156,mobile,1 Bay Rd,Sydney,NSW,2000,Australia,work,https://f.example,n\n"
        ),
        (
            (
                "Lea Frost | CEO//Frost | lea@f.example lea@h.example | work:+61255501234 mobile:+61491570156 |"
                " https://f.example | 1 Bay Rd, Sydney, NSW 2000, Australia |  | 1980-03-21 | n | Email 1 Type,"
                " Email 2 Type"
            ),
        ),
    ),
    "kaddressbook": (
        "utf-8",
        (
            '"Formatted Name","Family Name","Given Name","Additional Names","Honorific Prefixes","Honorific'
            ' Suffixes","Nick Name","Birthday","Home Address Street","Home Address City","Home Address Post'
            ' Code","Home Address Country","Business Address Street","Business Address City","Business Addr'
            'ess Post Code","Business Address Country","Home Phone","Business Phone","Mobile Phone","Home F'
            'ax","Business Fax","Pager","Email Address","Title","Role","Organization","Note","Homepage"\n'
            '"Dr. Udo Ess","Ess","Udo","","Dr.","","","1980-03-21T00:00:00","","","","","Ring 1","Bonn","53'
            '111","Deutschland","","+49 228 123456","+49 171 5550123","","+49 228 123457","","udo@ess.examp'
            'le","Leiter","","Ess AG","hm","https://ess.example"\n'
        ),
        (
            (
                "Dr. Udo Ess | Leiter//Ess AG | udo@ess.example | work:+49228123456 mobile:+491715550123 fax:+4"
                "9228123457 | https://ess.example | Ring 1, 53111 Bonn, Deutschland |  | 1980-03-21 | hm | "
            ),
        ),
    ),
    "evolution": (
        "utf-8",
        (
            "id,first_name,last_name,email,email1,email2,phone,mobile,company,title,birthday_date,anniversa"
            "ry_date,address,city,zip,country,note,homepage\n"
            "pas-1,Gil,Tor,gil@t.example,,,+972 3 123 4567,+972 50 123 4567,Tor,CEO,1980-03-21,,Allenby 1,T"
            "el Aviv,6100000,Israel,ok,\n"
        ),
        (
            (
                "Gil Tor | CEO//Tor | gil@t.example | other:+97231234567 mobile:+972501234567 |  | Allenby 1, 6"
                "100000 Tel Aviv, Israel |  | 1980-03-21 | ok | id"
            ),
        ),
    ),
    "hubspot all": (
        "utf-8",
        (
            "Record ID - Contact,First Name,Last Name,Email,Phone Number,Mobile Phone Number,Contact owner,"
            "Primary Associated Company ID,Associated Company,Job Title,Street Address,City,State/Region,Po"
            "stal Code,Country/Region,Website URL,Lead Status,Lifecycle Stage,Create Date,Last Activity Dat"
            "e\n"
            "1,Oto,Ban,oto@ban.example,+36 1 234 5678,+36 30 123 4567,Me,22,Ban Kft,CEO,Fő 1,Pécs,,7621,Hun"
            "gary,ban.example,New,Lead,2024-03-05 10:12,2024-03-06\n"
        ),
        (
            (
                "Oto Ban | CEO//Ban Kft | oto@ban.example | other:+3612345678 mobile:+36301234567 | ban.example"
                " | Fő 1, 7621 Pécs, Hungary |  |  |  | Record ID - Contact, Contact owner, Primary Associated "
                "Company ID, Lead Status, Lifecycle Stage, Create Date, Last Activity Date"
            ),
        ),
    ),
    "mailchimp audience": (
        "utf-8",
        (
            '"Email Address","First Name","Last Name","Address","Phone Number","Birthday","Company",MEMBER_'
            "RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LATITUDE,LONGITUDE,GMTOFF,DSTOFF,TIMEZONE,C"
            "C,REGION,LAST_CHANGED,LEID,EUID,NOTES,TAGS\n"
            '"pat@l.example","Pat","Lim","1 Way  Reno  NV  89501  US","4155550123","03/21","Lim Co",2,,,"20'
            '24-03-05 10:12:00",1.2.3.4,,,,,,US,NV,"2024-03-05 10:12:00",1,abc,,"""vip"",""fair"""\n'
        ),
        (
            (
                "Pat Lim | //Lim Co | pat@l.example | other:4155550123 |  | 1 Way Reno NV 89501 US | vip, fair "
                "| --03-21 |  | MEMBER_RATING, CONFIRM_TIME, CONFIRM_IP, CC, LAST_CHANGED, LEID, EUID"
            ),
        ),
    ),
    "salesforce leads": (
        "ISO-8859-1",
        (
            '"Lead ID","Salutation","First Name","Last Name","Title","Company / Account","Street","City","S'
            'tate/Province (text only)","Zip/Postal Code","Country","Phone","Mobile","Fax","Email","Website'
            '","Lead Source","Lead Owner"\n'
            '"00Q1","Ms.","Zoé","Roy","DG","Roy SA","1 rue","Lyon","","69001","France","+33 4 72 00 00 00",'
            '"+33 6 12 34 56 78","","zoe@roy.example","roy.example","Web","Me"\n'
        ),
        (
            (
                "Ms. Zoé Roy | DG//Roy SA | zoe@roy.example | other:+33472000000 mobile:+33612345678 | roy.exam"
                "ple | 1 rue, 69001 Lyon, France |  |  |  | Lead ID, Lead Source, Lead Owner"
            ),
        ),
    ),
    "zoho contacts": (
        "utf-8",
        (
            "Record Id,Contact Owner.id,Contact Owner,Lead Source,First Name,Last Name,Account Name.id,Acco"
            "unt Name,Email,Title,Department,Phone,Home Phone,Mobile,Fax,Date of Birth,Mailing Street,Maili"
            "ng City,Mailing State,Mailing Zip,Mailing Country,Secondary Email,Skype ID,Twitter,Description"
            ",Tag\n"
            "zcrm_1,zcrm_2,Me,Fair,Dev,Nair,zcrm_3,Nair Pvt,dev@n.example,MD,,+91 22 1234 5678,,+91 98765 4"
            '3210,,21/03/1980,1 MG Rd,Mumbai,MH,400001,India,d2@n.example,,,x,"a,b"\n'
        ),
        (
            (
                "Dev Nair | MD//Nair Pvt | dev@n.example d2@n.example | other:+912212345678 mobile:+91987654321"
                "0 |  | 1 MG Rd, Mumbai, MH 400001, India | a, b | 1980-03-21 | x | Record Id, Contact Owner.id"
                ", Contact Owner, Lead Source, Account Name.id"
            ),
        ),
    ),
    "semicolon single name turned": (
        "utf-8",
        (
            "Nachname, Vorname;Firma;Tel. geschäftl.;Tel. mobil;E-Mail geschäftl.;PLZ/Ort;Straße/Nr.\n"
            '"Müßig, Jörg";Müßig OHG;030/6966377;0171/5550123;j@m.example;10115 Berlin;Ring 31\n'
            '"Öz, Ayşe";Öz GbR;030/6966370;;a@o.example;10117 Berlin;Weg 2\n'
        ),
        (
            (
                "Jörg Müßig | //Müßig OHG | j@m.example | other:030/6966377 mobile:0171/5550123 |  | Ring 31, 1"
                "0115 Berlin |  |  |  | "
            ),
            ("Ayşe Öz | //Öz GbR | a@o.example | other:030/6966370 |  | Weg 2, 10117 Berlin |  |  |  | "),
        ),
    ),
    "exchange gal": (
        "utf-8",
        (
            "Display Name,First Name,Last Name,Title,Company,Department,Office,Business Phone,Mobile Phone,"
            "E-mail Address,Alias\n"
            '"Ray, Jo (Berlin)",Jo,Ray,Buyer,Lumen,Ops,B 3.14,+49 30 6966377,,jo@lumen.example,jray\n'
        ),
        (("Jo Ray | Buyer/Ops/Lumen | jo@lumen.example | work:+49306966377 |  |  |  |  |  | Office, Alias"),),
    ),
    "hebrew": (
        "cp1255",
        (
            "שם פרטי,שם משפחה,חברה,תפקיד,טלפון נייד,דואר אלקטרוני\n"
            'גיל,תור,תור בע"מ,מנכ"ל,+972 50 123 4567,gil@t.example\n'
        ),
        (('גיל תור | מנכ"ל//תור בע"מ | gil@t.example | mobile:+972501234567 |  |  |  |  |  | '),),
    ),
    "arabic": (
        "cp1256",
        (
            "الاسم,الشركة,المسمى الوظيفي,الهاتف,البريد الإلكتروني\n"
            "ليلى حداد,الأرز,مديرة,+961 1 123456,leila@arz.example\n"
        ),
        (("ليلى حداد | مديرة//الأرز | leila@arz.example | other:+9611123456 |  |  |  |  |  | "),),
    ),
    "thai": (
        "utf-8",
        ("ชื่อ,นามสกุล,บริษัท,ตำแหน่ง,โทรศัพท์,อีเมล\nสมชาย,ใจดี,บางกอก,ผู้จัดการ,+66 2 123 4567,s@b.example\n"),
        (("สมชาย ใจดี | ผู้จัดการ//บางกอก | s@b.example | other:+6621234567 |  |  |  |  |  | "),),
    ),
    "vietnamese": (
        "utf-8",
        (
            "Họ và tên,Công ty,Chức vụ,Điện thoại,Email,Địa chỉ\n"
            "Nguyễn Văn An,Sao,Giám đốc,+84 24 1234 5678,an@sao.example,1 Phố Huế\n"
        ),
        (("Nguyễn Văn An | Giám đốc//Sao | an@sao.example | other:+842412345678 |  | 1 Phố Huế |  |  |  | "),),
    ),
    "indonesian": (
        "utf-8",
        (
            "Nama,Perusahaan,Jabatan,No. HP,Alamat Email,Alamat\n"
            "Siti Putri,Melati,Direktur,+62 812 1234 5678,siti@m.example,Jl. Sudirman 1\n"
        ),
        (("Siti Putri | Direktur//Melati | siti@m.example | mobile:+6281212345678 |  | Jl. Sudirman 1 |  |  |  | "),),
    ),
    "polish plain": (
        "cp1250",
        (
            "Imię i nazwisko;Firma;Stanowisko;Telefon komórkowy;Adres e-mail;Ulica;Kod pocztowy;Miejscowość"
            "\n"
            "Łucja Żak;Żak S.A.;Prezes;601 123 456;l@zak.example;Polna 1;00-001;Łódź\n"
        ),
        (("Łucja Żak | Prezes//Żak S.A. | l@zak.example | mobile:601123456 |  | Polna 1, 00-001 Łódź |  |  |  | "),),
    ),
    "czech plain": (
        "utf-8",
        (
            "Celé jméno;Firma;Pozice;Telefon;Mobil;E-mail;Město\n"
            "Jiří Novák;Novák s.r.o.;Jednatel;+420 377 123 456;+420 602 123 456;j@n.example;Plzeň\n"
        ),
        (
            (
                "Jiří Novák | Jednatel//Novák s.r.o. | j@n.example | other:+420377123456 mobile:+420602123456 |"
                "  | Plzeň |  |  |  | "
            ),
        ),
    ),
}

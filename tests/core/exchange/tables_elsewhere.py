"""Tables as programs of many lands write them, with made-up people, and what each must become.

Name: encoding, the table, and each person in one line as `lines_of` says them.
"""

from __future__ import annotations

from typing import Final

TABLES: Final[dict[str, tuple[str, str, tuple[str, ...]]]] = {
    "outlook hu 1250": (
        "cp1250",
        (
            '"Cím";"Utónév";"Középső név";"Vezetéknév";"Cég";"Osztály";"Beosztás";"Hivatali utca";"Hivatali '
            'város";"Hivatali irányítószám";"Hivatali telefon";"Mobiltelefon";"E-mail cím";"Születésnap";'
            '"Jegyzetek"\n'
            '"";"Győző";"";"Szűcs";"Őrség Kft.";"";"ügyvezető";"Fő u. 1";"Győr";"9021";"+36 96 123 456";"+36 '
            '30 123 4567";"gyozo@orseg.example";"1980. 3. 21.";"jó"\n'
        ),
        (
            (
                "Győző Szűcs | ügyvezető//Őrség Kft. | gyozo@orseg.example | work:+3696123456 "
                "mobile:+36301234567 |  | Fő u. 1, 9021 Győr |  | 1980-03-21 | jó | "
            ),
        ),
    ),
    "outlook cz 1250": (
        "cp1250",
        (
            '"Titul","Jméno","Prostřední jméno","Příjmení","Přípona","Společnost","Oddělení","Funkce","Ulice '
            '(práce)","Město (práce)","PSČ (práce)","Země (práce)","Telefon do zaměstnání","Mobilní telefon",'
            '"E-mailová adresa","Narozeniny","Poznámky","Webová stránka"\n'
            '"Ing.","Jiří","","Dvořák","","Škoda s.r.o.","","Ředitel","Žitná 1","Plzeň","301 00","Česko",'
            '"+420 377 123 456","+420 602 123 456","jiri@skoda.example","21.3.1980","Příteľ",'
            '"www.skoda.example"\n'
        ),
        (
            (
                "Ing. Jiří Dvořák | Ředitel//Škoda s.r.o. | jiri@skoda.example | work:+420377123456 "
                "mobile:+420602123456 | www.skoda.example | Žitná 1, 301 00 Plzeň, Česko |  | 1980-03-21 | "
                "Příteľ | "
            ),
        ),
    ),
    "outlook pl 1250": (
        "cp1250",
        (
            '"Tytuł","Imię","Drugie imię","Nazwisko","Firma","Dział","Stanowisko","Adres służbowy - ulica",'
            '"Adres służbowy - miejscowość","Telefon służbowy","Telefon komórkowy","Adres e-mail",'
            '"Urodziny"\n'
            '"","Łukasz","","Żółw","Świerk Sp. z o.o.","","Księgowy","Źródlana 1","Łódź","+48 42 123 45 67",'
            '"+48 601 123 456","lukasz@swierk.example","1980-03-21"\n'
        ),
        (
            (
                "Łukasz Żółw | Księgowy//Świerk Sp. z o.o. | lukasz@swierk.example | work:+48421234567 "
                "mobile:+48601123456 |  | Źródlana 1, Łódź |  | 1980-03-21 |  | "
            ),
        ),
    ),
    "outlook ru 1251": (
        "cp1251",
        (
            '"Обращение";"Имя";"Отчество";"Фамилия";"Организация";"Отдел";"Должность";"Улица (раб. адрес)";'
            '"Город (раб. адрес)";"Индекс (раб. адрес)";"Страна (раб. адрес)";"Рабочий телефон";"Домашний '
            'телефон";"Телефон переносной";"Рабочий факс";"Адрес эл. почты";"День рождения";"Заметки";'
            '"Веб-страница"\n'
            '"";"Иван";"Петрович";"Сидоров";"ООО Ромашка";"Продажи";"Директор";"ул. Ленина 1";"Москва";'
            '"101000";"Россия";"+7 495 123-45-67";"";"+7 912 345-67-89";"";"ivan@romashka.example";'
            '"21.03.1980";"Привет";"www.romashka.example"\n'
        ),
        (
            (
                "Иван Петрович Сидоров | Директор/Продажи/ООО Ромашка | ivan@romashka.example | "
                "work:+7495123-45-67 mobile:+7912345-67-89 | www.romashka.example | ул. Ленина 1, 101000 Москва, "
                "Россия |  | 1980-03-21 | Привет | "
            ),
        ),
    ),
    "ru names en head 1251": (
        "cp1251",
        (
            "First Name;Last Name;Company;Phone\n"
            "Иван;Сидоров;ООО Ромашка;+7 495 123-45-67\n"
            "Анна;Кузнецова;Завод;+7 495 123-45-68\n"
        ),
        (
            "Иван Сидоров | //ООО Ромашка |  | other:+7495123-45-67 |  |  |  |  |  | ",
            "Анна Кузнецова | //Завод |  | other:+7495123-45-68 |  |  |  |  |  | ",
        ),
    ),
    "gr 1253": (
        "cp1253",
        (
            "Όνομα;Επώνυμο;Εταιρεία;Κινητό τηλέφωνο;Διεύθυνση ηλεκτρονικού ταχυδρομείου\n"
            "Γιώργος;Παπαδόπουλος;Ελιά ΑΕ;+30 690 123 4567;g@elia.example\n"
        ),
        ("Γιώργος Παπαδόπουλος | //Ελιά ΑΕ | g@elia.example | mobile:+306901234567 |  |  |  |  |  | ",),
    ),
    "tr 1254": (
        "cp1254",
        (
            "Ad;Soyad;Şirket;İş Unvanı;Cep Telefonu;E-posta Adresi\n"
            "Ayşe;Yılmaz;Güneş A.Ş.;Müdür;+90 532 123 4567;ayse@gunes.example\n"
        ),
        ("Ayşe Yılmaz | Müdür//Güneş A.Ş. | ayse@gunes.example | mobile:+905321234567 |  |  |  |  |  | ",),
    ),
    "sjis": (
        "cp932",
        (
            "姓,名,会社名,部署,役職,会社電話,携帯電話,電子メール アドレス,郵便番号,住所\n"
            "山田,太郎,株式会社表示,営業部,部長,03-1234-5678,090-1234-5678,taro@x.example,100-0001,"
            "東京都千代田区\n"
        ),
        (
            (
                "山田 太郎 | 部長/営業部/株式会社表示 | taro@x.example | work:03-1234-5678 mobile:090-1234-5678 "
                "|  | 東京都千代田区, 100-0001 |  |  |  | "
            ),
        ),
    ),
    "big5": (
        "big5",
        (
            "姓氏,名字,公司,部門,職稱,行動電話,電子郵件地址,商務電話\n"
            "許,功蓋,台北科技,業務,經理,0912-345-678,hsu@x.example,02-12345678\n"
        ),
        (("許 功蓋 | 經理/業務/台北科技 | hsu@x.example | work:02-12345678 mobile:0912-345-678 |  |  |  |  |  | "),),
    ),
    "euckr": (
        "euc-kr",
        (
            "이름,회사,부서,직책,휴대폰,이메일,전화번호\n"
            "김철수,한국전자,영업부,부장,010-1234-5678,kim@x.example,02-123-4567\n"
        ),
        (("김철수 | 부장/영업부/한국전자 | kim@x.example | other:02-123-4567 mobile:010-1234-5678 |  |  |  |  |  | "),),
    ),
    "ja mac": (
        "utf-8",
        ("氏名,会社,メール\n佐藤 花子,青空商事,hana@x.example\n"),
        ("佐藤 花子 | //青空商事 | hana@x.example |  |  |  |  |  |  | ",),
    ),
    "fr outlook": (
        "cp1252",
        (
            "Titre,Prénom,Deuxième prénom,Nom,Suffixe,Société,Service,Titre professionnel,Rue (bureau),Rue "
            "(bureau) 2,Ville (bureau),Dép/Région (bureau),Code postal (bureau),Pays/Région (bureau),Rue "
            "(domicile),Ville (domicile),Code postal (domicile),Télécopie (bureau),Téléphone (bureau),"
            "Téléphone 2 (bureau),Téléphone société,Télécopie (domicile),Téléphone (domicile),Tél. mobile,"
            "Autre télécopie,Autre téléphone,Récepteur de radiomessagerie,Téléphone principal,Anniversaire,"
            "Anniversaire de mariage ou fête,Catégories,Adresse de messagerie,Type de messagerie,Nom complet "
            "de l'adresse de messagerie,Adresse de messagerie 2,Conjoint(e),Notes,Page Web,Sexe,Profession\n"
            "Mme,Élodie,,Lefèvre,,Crème SARL,Ventes,Directrice,1 rue Haute,,Lyon,,69001,France,,,,+33 4 11 "
            "11 11 11,+33 4 11 11 11 12,,,,,+33 6 11 11 11 13,,,,,21/03/1980,00/00/00,Foire,"
            "elodie@creme.example,SMTP,Élodie Lefèvre (elodie@creme.example),,Paul,Bonjour,www.creme.example,"
            "Indéterminé,\n"
        ),
        (
            (
                "Mme Élodie Lefèvre | Directrice/Ventes/Crème SARL | elodie@creme.example | work:+33411111112 "
                "mobile:+33611111113 fax:+33411111111 | www.creme.example | 1 rue Haute, 69001 Lyon, France | "
                "Foire | 1980-03-21 | Bonjour | "
            ),
        ),
    ),
    "de outlook": (
        "cp1252",
        (
            '"Anrede","Vorname","Weitere Vornamen","Nachname","Suffix","Firma","Abteilung","Position",'
            '"Straße geschäftlich","Straße geschäftlich 2","Ort geschäftlich","Region geschäftlich",'
            '"Postleitzahl geschäftlich","Land/Region geschäftlich","Straße privat","Ort privat",'
            '"Postleitzahl privat","Weitere Straße","Fax geschäftlich","Telefon geschäftlich","Telefon '
            'geschäftlich 2","Rückmeldung","Autotelefon","Telefon Firma","Fax privat","Telefon (privat)",'
            '"Telefon (privat 2)","ISDN","Mobiltelefon","Weiteres Fax","Weiteres Telefon","Pager",'
            '"Haupttelefon","Mobiltelefon 2","Telefon für Hörbehinderte","Telex","Abrechnungsinformation",'
            '"Benutzer 1","Beruf","Büro","E-Mail-Adresse","E-Mail-Typ","E-Mail: Angezeigter Name","E-Mail 2: '
            'Adresse","E-Mail 2: Typ","Geburtstag","Geschlecht","Hobby","Initialen","Jahrestag","Kategorien",'
            '"Kinder","Konto","Name Assistent","Name des/der Vorgesetzten","Notizen","Organisationsnr.",'
            '"Ort","Partner","Postfach geschäftlich","Priorität","Privat","Reg.-Nr.","Reisekilometer",'
            '"Sprache","Stichwörter","Vertraulichkeit","Verzeichnisserver","Webseite"\n'
            '"Herr","Jörg","","Möller","","Muster AG","Vertrieb","Leiter","Ring 1","","Köln","","50667",'
            '"Deutschland","Weg 2","Bonn","53111","","+49 221 1","+49 221 2","","","","+49 221 0","","+49 '
            '228 1","","","+49 171 1234567","","","","","","","","","","Kaufmann","B 12",'
            '"joerg@muster.example","SMTP","Jörg Möller (joerg@muster.example)","jm@home.example","SMTP",'
            '"21.3.1980","Keine Angabe","Segeln","J.M.","0.0.00","Messe;VIP","","","Eva","Boss","Notiz","",'
            '"","Anna","","Normal","Falsch","","","","","Normal","","www.muster.example"\n'
        ),
        (
            (
                "Herr Jörg Möller | Leiter/Vertrieb/Muster AG | joerg@muster.example jm@home.example | "
                "work:+492212 work:+492210 other:+492281 mobile:+491711234567 fax:+492211 | www.muster.example | "
                "Ring 1, 50667 Köln, Deutschland; Weg 2, 53111 Bonn | Messe, VIP | 1980-03-21 | Notiz | Beruf, "
                "Büro, Hobby, Initialen, Name Assistent, Name des/der Vorgesetzten"
            ),
        ),
    ),
    "es outlook": (
        "cp1252",
        (
            "Tratamiento,Nombre,Segundo nombre,Apellidos,Sufijo,Organización,Departamento,Cargo,Calle del "
            "trabajo,Ciudad de trabajo,Provincia o estado de trabajo,Código postal del trabajo,País o región "
            "del trabajo,Calle del domicilio,Fax del trabajo,Teléfono del trabajo,Teléfono 2 del trabajo,"
            "Número de centralita de la organización,Fax particular,Particular,Teléfono particular,Móvil,"
            "Otro fax,Otro teléfono,Localizador,Teléfono principal,Dirección de correo electrónico,Tipo de "
            "correo electrónico,Nombre de pantalla de correo electrónico,Dirección del correo electrónico 2,"
            "Cumpleaños,Aniversario,Categorías,Cónyuge,Notas,Página Web,Sexo\n"
            ",José,,Muñoz Peña,,Ñandú SA,Ventas,Jefe,C/ Mayor 1,Madrid,,28001,España,,+34 91 111 11 11,+34 "
            "91 111 11 12,,,,,,+34 611 111 111,,,,,jose@nandu.example,SMTP,José Muñoz (jose@nandu.example),,"
            "21/03/1980,0/0/00,Feria,Ana,Hola,www.nandu.example,Sin especificar\n"
        ),
        (
            (
                "José Muñoz Peña | Jefe/Ventas/Ñandú SA | jose@nandu.example | work:+34911111112 "
                "mobile:+34611111111 fax:+34911111111 | www.nandu.example | C/ Mayor 1, 28001 Madrid, España | "
                "Feria | 1980-03-21 | Hola | "
            ),
        ),
    ),
    "it outlook": (
        "cp1252",
        (
            "Titolo,Nome,Secondo nome,Cognome,Titolo straniero,Società,Reparto,Posizione,Via (uff.),Via "
            "(uff.) 2,Città (uff.),Provincia (uff.),CAP (uff.),Paese (uff.),Via (ab.),Fax (uff.),Ufficio,"
            "Ufficio 2,Richiamata,Telefono principale società,Fax (ab.),Abitazione,Cellulare,Altro fax,Altro "
            "telefono,Cercapersone,Telefono principale,Indirizzo posta elettronica,Tipo posta elettronica,"
            "Nome visualizzato posta elettronica,Indirizzo posta elettronica 2,Compleanno,Anniversario,"
            "Categorie,Coniuge,Note,Pagina Web,Sesso\n"
            "Dott.,Nicolò,,D'Angelo,,Caffè Srl,Vendite,Capo,Via Roma 1,,Milano,MI,20121,Italia,,+39 02 "
            "1111111,+39 02 1111112,,,,,+39 02 1111113,+39 333 1111111,,,,,nicolo@caffe.example,SMTP,x,,"
            "21/03/1980,0/0/00,Fiera,Lia,Ciao,www.caffe.example,Non specificato\n"
        ),
        (
            (
                "Dott. Nicolò D'Angelo | Capo/Vendite/Caffè Srl | nicolo@caffe.example | work:+39021111112 "
                "other:+39021111113 mobile:+393331111111 fax:+39021111111 | www.caffe.example | Via Roma 1, "
                "Milano, MI 20121, Italia | Fiera | 1980-03-21 | Ciao | Nome visualizzato posta elettronica"
            ),
        ),
    ),
    "sv outlook": (
        "cp1252",
        (
            "Titel;Förnamn;Mellannamn;Efternamn;Suffix;Företag;Avdelning;Befattning;Gatuadress, arbete;Ort, "
            "arbete;Postnummer, arbete;Land/region, arbete;Fax, arbete;Telefon, arbete;Telefon, arbete 2;"
            "Växeltelefon, företag;Telefon, hem;Mobiltelefon;Annan telefon;Primär telefon;E-postadress;"
            "E-posttyp;Visningsnamn för e-post;Födelsedag;Kategorier;Anteckningar;Webbsida\n"
            ";Åsa;;Öberg;;Ärla AB;Sälj;Chef;Gatan 1;Malmö;211 20;Sverige;;+46 40 111111;;;;+46 70 1111111;;;"
            "asa@arla.example;SMTP;x;1980-03-21;Mässa;Hej;www.arla.example\n"
        ),
        (
            (
                "Åsa Öberg | Chef/Sälj/Ärla AB | asa@arla.example | work:+4640111111 mobile:+46701111111 | "
                "www.arla.example | Gatan 1, 211 20 Malmö, Sverige | Mässa | 1980-03-21 | Hej | Visningsnamn för "
                "e-post"
            ),
        ),
    ),
    "da outlook": (
        "cp1252",
        (
            "Titel;Fornavn;Mellemnavn;Efternavn;Suffiks;Firma;Afdeling;Stilling;Gade (arbejde);By (arbejde);"
            "Postnummer (arbejde);Land (arbejde);Fax (arbejde);Telefon (arbejde);Telefon (privat);"
            "Mobiltelefon;E-mail-adresse;Fødselsdag;Kategorier;Noter;Webside\n"
            ";Søren;;Kjærgård;;Øl A/S;Salg;Chef;Gade 1;Ærø;5970;Danmark;;+45 62 111111;;+45 20 111111;"
            "soren@ol.example;21-03-1980;Messe;Hej;www.ol.example\n"
        ),
        (
            (
                "Søren Kjærgård | Chef/Salg/Øl A/S | soren@ol.example | work:+4562111111 mobile:+4520111111 | "
                "www.ol.example | Gade 1, 5970 Ærø, Danmark | Messe | 1980-03-21 | Hej | "
            ),
        ),
    ),
    "no outlook": (
        "cp1252",
        (
            "Tittel;Fornavn;Mellomnavn;Etternavn;Suffiks;Firma;Avdeling;Stilling;Gate, arbeid;Poststed, "
            "arbeid;Postnummer, arbeid;Land/område, arbeid;Faks, arbeid;Telefon, arbeid;Telefon, privat;"
            "Mobiltelefon;E-postadresse;Fødselsdag;Kategorier;Notater;Webside\n"
            ";Bjørn;;Ås;;Fjord AS;Salg;Sjef;Gate 1;Oslo;0150;Norge;;+47 22 111111;;+47 912 11111;"
            "bjorn@fjord.example;21.03.1980;Messe;Hei;www.fjord.example\n"
        ),
        (
            (
                "Bjørn Ås | Sjef/Salg/Fjord AS | bjorn@fjord.example | work:+4722111111 mobile:+4791211111 | "
                "www.fjord.example | Gate 1, 0150 Oslo, Norge | Messe | 1980-03-21 | Hei | "
            ),
        ),
    ),
    "fi outlook": (
        "cp1252",
        (
            "Titteli;Etunimi;Toinen nimi;Sukunimi;Yritys;Osasto;Tehtävänimike;Työkatu;Työkaupunki;"
            "Työpostinumero;Faksi työhön;Työpuhelin;Kotipuhelin;Matkapuhelin;Sähköpostiosoite;Syntymäpäivä;"
            "Luokat;Muistiinpanot;WWW-sivu\n"
            ";Väinö;;Mäkelä;Yö Oy;Myynti;Johtaja;Katu 1;Turku;20100;;+358 2 1111111;;+358 40 1111111;"
            "vaino@yo.example;21.3.1980;Messut;Moi;www.yo.example\n"
        ),
        (
            (
                "Väinö Mäkelä | Johtaja/Myynti/Yö Oy | vaino@yo.example | work:+35821111111 mobile:+358401111111 "
                "| www.yo.example | Katu 1, 20100 Turku | Messut | 1980-03-21 | Moi | "
            ),
        ),
    ),
    "pt outlook": (
        "cp1252",
        (
            "Título;Nome;Segundo nome;Sobrenome;Sufixo;Empresa;Departamento;Cargo;Rua do endereço comercial;"
            "Cidade do endereço comercial;Estado do endereço comercial;CEP do endereço comercial;País do "
            "endereço comercial;Fax comercial;Telefone comercial;Telefone comercial 2;Telefone principal da "
            "empresa;Fax residencial;Telefone residencial;Telefone celular;Outro telefone;Telefone principal;"
            "Endereço de correio eletrônico;Tipo do correio eletrônico;Aniversário;Datas especiais;"
            "Categorias;Cônjuge;Observações;Página da Web\n"
            ";João;;Conceição;;Pão Ltda;Vendas;Chefe;Rua 1;São Paulo;SP;01000-000;Brasil;;+55 11 1111-1111;;;"
            ";;+55 11 91111-1111;;;joao@pao.example;SMTP;21/03/1980;0/0/00;Feira;Ana;Oi;www.pao.example\n"
        ),
        (
            (
                "João Conceição | Chefe/Vendas/Pão Ltda | joao@pao.example | work:+55111111-1111 "
                "mobile:+551191111-1111 | www.pao.example | Rua 1, São Paulo, SP 01000-000, Brasil | Feira | "
                "1980-03-21 | Oi | Datas especiais"
            ),
        ),
    ),
    "zh outlook": (
        "gb18030",
        (
            "称谓,名,中间名,姓,后缀,单位,部门,职务,商务地址 街道,商务地址 市/县,商务地址 省/市/自治区,"
            "商务地址 邮政编码,商务地址 国家/地区,商务传真,商务电话,商务电话 2,单位主要电话,住宅传真,"
            "住宅电话,移动电话,其他电话,主要电话,电子邮件地址,电子邮件类型,电子邮件显示名称,生日,类别,配偶,"
            "附注,网页\n"
            ",小明,,王,,科技公司,销售,经理,长安街1,北京,,100000,中国,,010-12345678,,,,,13912345678,,,"
            "wang@x.example,SMTP,x,1980-3-21,展会,,你好,www.x.example\n"
        ),
        (
            (
                "王 小明 | 经理/销售/科技公司 | wang@x.example | work:010-12345678 mobile:13912345678 | "
                "www.x.example | 长安街1, 100000 北京, 中国 | 展会 | 1980-03-21 | 你好 | 电子邮件显示名称"
            ),
        ),
    ),
    "hubspot": (
        "utf-8",
        (
            "Record ID,First Name,Last Name,Email,Phone Number,Mobile Phone Number,Job Title,Company Name,"
            "Contact owner,Lead Status,Create Date,Last Activity Date,City,State/Region,Country/Region,"
            "Postal Code,Street Address,Website URL,LinkedIn URL,Lifecycle Stage,Associated Company\n"
            "101,Ann,Lee,ann@x.example,+1 415 555 0100,+1 415 555 0101,CTO,Lumen,Bob,New,2024-01-01 10:00,"
            "2024-02-01,SF,CA,USA,94105,1 Main St,x.example,https://linkedin.com/in/ann,lead,Lumen\n"
        ),
        (
            (
                "Ann Lee | CTO//Lumen | ann@x.example | other:+14155550100 mobile:+14155550101 | x.example "
                "https://linkedin.com/in/ann | 1 Main St, SF, CA 94105, USA |  |  |  | Record ID, Contact owner, "
                "Lead Status, Create Date, Last Activity Date, Lifecycle Stage"
            ),
        ),
    ),
    "salesforce": (
        "utf-8",
        (
            '"Contact ID","Account Name","Salutation","First Name","Last Name","Title","Department","Mailing '
            'Street","Mailing City","Mailing State/Province","Mailing Zip/Postal Code","Mailing Country",'
            '"Other Street","Phone","Fax","Mobile","Home Phone","Email","Email Opt Out","Birthdate","Lead '
            'Source","Contact Owner","Description","Reports To","Account Phone","Created Date"\n'
            '"003A","Lumen","Ms.","Ann","Lee","CTO","IT","1 Main St","SF","CA","94105","USA","","(415) '
            '555-0100","(415) 555-0102","(415) 555-0101","","ann@x.example","0","3/21/1980","Web","Bob",'
            '"desc","Zed","(415) 555-0000","1/1/2024"\n'
        ),
        (
            (
                "Ms. Ann Lee | CTO/IT/Lumen | ann@x.example | other:(415)555-0100 mobile:(415)555-0101 "
                "fax:(415)555-0102 |  | 1 Main St, SF, CA 94105, USA |  | 1980-03-21 | desc | Contact ID, Email "
                "Opt Out, Lead Source, Contact Owner, Reports To, Account Phone, Created Date"
            ),
        ),
    ),
    "pipedrive": (
        "utf-8",
        (
            "Person - ID,Person - Name,Person - Label,Person - Organization,Person - Email - Work,Person - "
            "Email - Home,Person - Phone - Work,Person - Phone - Mobile,Person - Owner,Person - Job title,"
            "Person - Postal address\n"
            '1,Ann Lee,Hot,Lumen,ann@x.example,a@home.example,+1 415 555 0100,+1 415 555 0101,Bob,CTO,"1 '
            'Main St, SF"\n'
        ),
        (
            (
                "Ann Lee | CTO//Lumen | ann@x.example a@home.example | work:+14155550100 mobile:+14155550101 |  | "
                "1 Main St, SF | Hot |  |  | Person - ID, Person - Owner"
            ),
        ),
    ),
    "zoho": (
        "utf-8",
        (
            "Record Id,Contact Owner,Lead Source,First Name,Last Name,Account Name,Email,Title,Department,"
            "Phone,Home Phone,Other Phone,Fax,Mobile,Date of Birth,Assistant,Mailing Street,Other Street,"
            "Mailing City,Mailing State,Mailing Zip,Mailing Country,Description,Skype ID,Secondary Email,"
            "Twitter,Salutation\n"
            "zcrm_1,Bob,Web,Ann,Lee,Lumen,ann@x.example,CTO,IT,+1 415 555 0100,,,,+1 415 555 0101,1980-03-21,"
            ",1 Main St,,SF,CA,94105,USA,desc,skype.ann,a2@x.example,@ann,Ms.\n"
        ),
        (
            (
                "Ms. Ann Lee | CTO/IT/Lumen | ann@x.example a2@x.example | other:+14155550100 "
                "mobile:+14155550101 |  | 1 Main St, SF, CA 94105, USA |  | 1980-03-21 | desc | Record Id, "
                "Contact Owner, Lead Source, Skype ID, Twitter"
            ),
        ),
    ),
    "mailchimp": (
        "utf-8",
        (
            "Email Address,First Name,Last Name,Address,Phone Number,Birthday,MEMBER_RATING,OPTIN_TIME,"
            "OPTIN_IP,CONFIRM_TIME,LATITUDE,TAGS,LEID,EUID,NOTES\n"
            "ann@x.example,Ann,Lee,1 Main St  SF  CA  94105  US,4155550100,03/21,2,2024-01-01 10:00:00,,"
            '2024-01-01,37.1,"""fair"",""vip""",1,abc,hello\n'
        ),
        (
            (
                "Ann Lee |  | ann@x.example | other:4155550100 |  | 1 Main St SF CA 94105 US | fair, vip | "
                "--03-21 | hello | MEMBER_RATING, OPTIN_TIME, CONFIRM_TIME, LATITUDE, LEID, EUID"
            ),
        ),
    ),
    "camcard": (
        "utf-8",
        (
            "Name,Company,Department,Job Title,Mobile,Tel,Fax,Email,Address,Website,Note,Group,Date Created,"
            "Nickname,IM,SNS\n"
            "Ann Lee,Lumen,IT,CTO,+1 415 555 0101,+1 415 555 0100;+1 415 555 0109,,ann@x.example;"
            'a2@x.example,"1 Main St, SF",x.example,hi,Fair,2024-01-01,,,\n'
        ),
        (
            (
                "Ann Lee | CTO/IT/Lumen | ann@x.example a2@x.example | other:+14155550100 other:+14155550109 "
                "mobile:+14155550101 | x.example | 1 Main St, SF | Fair |  | hi | Date Created"
            ),
        ),
    ),
    "covve": (
        "utf-8",
        (
            "First Name,Last Name,Full Name,Job Title,Company,Email 1,Email 2,Phone 1,Phone 2,Address 1,"
            "Website,Notes,Tags,Location,Event,Scan date\n"
            'Ann,Lee,Ann Lee,CTO,Lumen,ann@x.example,,+1 415 555 0100,+1 415 555 0101,"1 Main St, SF",'
            'x.example,hi,"fair, vip",SF,Expo,2024-01-01\n'
        ),
        (
            (
                "Ann Lee | CTO//Lumen | ann@x.example | other:+14155550100 other:+14155550101 | x.example | 1 "
                "Main St, SF | fair, vip |  | hi | Location, Event, Scan date"
            ),
        ),
    ),
    "linkedin fr": (
        "utf-8",
        (
            "Remarques :\n"
            '"Lorsque vous exportez..."\n'
            "Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Connexion le\n"
            "Anne,Lévêque,https://www.linkedin.com/in/anne,,Lumen,Directrice,05 mars 2024\n"
        ),
        ("Anne Lévêque | Directrice//Lumen |  |  | https://www.linkedin.com/in/anne |  |  |  |  | ",),
    ),
    "headerless": (
        "utf-8",
        ("Ann Lee,ann@x.example,+49 30 1234567,Lumen GmbH\nBob Ray,bob@x.example,+49 30 1234568,Lumen GmbH\n"),
        (
            "Ann Lee |  | ann@x.example | other:+49301234567 |  |  |  |  |  | Column 4",
            "Bob Ray |  | bob@x.example | other:+49301234568 |  |  |  |  |  | Column 4",
        ),
    ),
    "two persons": (
        "utf-8",
        (
            "Company,Contact 1 Name,Contact 1 Email,Contact 2 Name,Contact 2 Email\n"
            "Lumen,Ann Lee,a@x.example,Bob Ray,b@x.example\n"
        ),
        (
            "Ann Lee | //Lumen | a@x.example |  |  |  |  |  |  | ",
            "Bob Ray | //Lumen | b@x.example |  |  |  |  |  |  | ",
        ),
    ),
    "last first": (
        "utf-8",
        ('Name,Company,Email\n"Lee, Ann",Lumen,ann@x.example\n"van der Berg, Jan",Kaas,jan@x.example\n'),
        (
            "Ann Lee | //Lumen | ann@x.example |  |  |  |  |  |  | ",
            "Jan van der Berg | //Kaas | jan@x.example |  |  |  |  |  |  | ",
        ),
    ),
    "sci": (
        "utf-8",
        ('Name,Phone\nAnn Lee,4.15556E+11\nBob,"4,98912E+11"\n'),
        (
            "Ann Lee |  |  |  |  |  |  |  |  | Phone",
            "Bob |  |  |  |  |  |  |  |  | Phone",
        ),
    ),
    "yahoo": (
        "utf-8",
        (
            '"First","Middle","Last","Nickname","Email","Category","Distribution Lists","Messenger ID",'
            '"Home","Work","Pager","Fax","Mobile","Other","Yahoo Phone","Primary","Alternate Email 1",'
            '"Alternate Email 2","Personal Website","Business Website","Title","Company","Work Address",'
            '"Work City","Work State","Work ZIP","Work Country","Home Address","Home City","Home State",'
            '"Home ZIP","Home Country","Birthday","Anniversary","Custom 1","Comments"\n'
            '"Ann","","Lee","","ann@x.example","Fair","","ann_lee","+1 415 555 0102","+1 415 555 0100","","",'
            '"+1 415 555 0101","","","","a2@x.example","","","x.example","CTO","Lumen","1 Main St","SF","CA",'
            '"94105","USA","","","","","","3/21/1980","","c1","hi"\n'
        ),
        (
            (
                "Ann Lee | CTO//Lumen | ann@x.example a2@x.example | other:+14155550102 work:+14155550100 "
                "mobile:+14155550101 | x.example | 1 Main St, SF, CA 94105, USA | Fair | 1980-03-21 | hi | "
                "Messenger ID, Custom 1"
            ),
        ),
    ),
    "thunderbird de": (
        "utf-8",
        (
            "Vorname,Nachname,Anzeigename,Spitzname,Primäre E-Mail-Adresse,Sekundäre E-Mail-Adresse,"
            "Messenger-Name,Tel. dienstlich,Tel. privat,Fax-Nummer,Pager-Nummer,Mobil-Tel.-Nr.,Privat: "
            "Adresse,Privat: Adresse 2,Privat: Ort,Privat: Bundesland,Privat: PLZ,Privat: Land,Dienstlich: "
            "Adresse,Dienstlich: Adresse 2,Dienstlich: Ort,Dienstlich: Bundesland,Dienstlich: PLZ,"
            "Dienstlich: Land,Arbeitstitel,Abteilung,Organisation,Webseite 1,Webseite 2,Geburtsjahr,"
            "Geburtsmonat,Geburtstag,Benutzerdef. 1,Notizen,\n"
            "Tim,Test,Tim Test,,tim@x.example,t2@x.example,,+49 30 1,+49 30 2,+49 30 3,,+49 171 1,Weg 1,,"
            "Bonn,,53111,,Ring 1,,Köln,,50667,,Chef,IT,Muster,x.example,,1980,3,21,eins,hallo,\n"
        ),
        (
            (
                "Tim Test | Chef/IT/Muster | tim@x.example t2@x.example | work:+49301 other:+49302 "
                "mobile:+491711 fax:+49303 | x.example | Weg 1, 53111 Bonn; Ring 1, 50667 Köln |  | 1980-03-21 | "
                "hallo | Benutzerdef. 1"
            ),
        ),
    ),
    "google old full": (
        "utf-8",
        (
            "Name,Given Name,Additional Name,Family Name,Yomi Name,Given Name Yomi,Additional Name Yomi,"
            "Family Name Yomi,Name Prefix,Name Suffix,Initials,Nickname,Short Name,Maiden Name,Birthday,"
            "Gender,Location,Billing Information,Directory Server,Mileage,Occupation,Hobby,Sensitivity,"
            "Priority,Subject,Notes,Language,Photo,Group Membership,E-mail 1 - Type,E-mail 1 - Value,E-mail "
            "2 - Type,E-mail 2 - Value,IM 1 - Type,IM 1 - Service,IM 1 - Value,Phone 1 - Type,Phone 1 - "
            "Value,Address 1 - Type,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - PO "
            "Box,Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,Address 1 - Extended Address,"
            "Organization 1 - Type,Organization 1 - Name,Organization 1 - Yomi Name,Organization 1 - Title,"
            "Organization 1 - Department,Organization 1 - Symbol,Organization 1 - Location,Organization 1 - "
            "Job Description,Organization 2 - Type,Organization 2 - Name,Organization 2 - Title,Relation 1 - "
            "Type,Relation 1 - Value,Website 1 - Type,Website 1 - Value,Event 1 - Type,Event 1 - Value,"
            "Custom Field 1 - Type,Custom Field 1 - Value\n"
            "Ann Lee,Ann,,Lee,,,,,,,,,,,1980-03-21,,,,,,,,,,,hi,,,* myContacts ::: Fair,* Work,ann@x.example,"
            'Home,a2@x.example,Home,Skype,ann.lee,Mobile,+1 415 555 0101,Work,"1 Main St\n'
            'SF",1 Main St,SF,,CA,94105,US,,Work,Lumen,,CTO,IT,,,,Work,Second,Boss,Spouse,Bob,Profile,'
            "http://x.example,Anniversary,2010-01-01,No,42\n"
        ),
        (
            (
                "Ann Lee | CTO/IT/Lumen; Boss//Second | ann@x.example a2@x.example | mobile:+14155550101 | "
                "http://x.example | 1 Main St, SF, CA 94105, US | Fair | 1980-03-21 | hi | No, IM 1 - Type, IM 1 "
                "- Service, IM 1 - Value, Organization 1 - Type, Organization 2 - Type"
            ),
        ),
    ),
    "mac roman": (
        "mac-roman",
        ("Vorname;Nachname;Firma\nJörg;Müller;Straße\nÄnne;Größer;Öl\n"),
        (
            "Jörg Müller | //Straße |  |  |  |  |  |  |  | ",
            "Änne Größer | //Öl |  |  |  |  |  |  |  | ",
        ),
    ),
    "title row": (
        "utf-8",
        ("Kontaktliste 2024\nErstellt am 1.1.2024\nVorname;Nachname;Telefon\nAnn;Lee;030 1234567\n"),
        ("Ann Lee |  |  | other:0301234567 |  |  |  |  |  | ",),
    ),
    "dynamics": (
        "utf-8",
        (
            "(Do Not Modify) Contact,(Do Not Modify) Row Checksum,Full Name,Email,Company Name,Business "
            "Phone,Address 1: City,Address 1: Street 1,Address 1: ZIP/Postal Code,Mobile Phone,Status\n"
            "guid,xyz,Ann Lee,ann@x.example,Lumen,+1 415 555 0100,SF,1 Main St,94105,+1 415 555 0101,Active\n"
        ),
        (
            (
                "Ann Lee | //Lumen | ann@x.example | work:+14155550100 mobile:+14155550101 |  | 1 Main St, 94105 "
                "SF |  |  |  | (Do Not Modify) Contact, (Do Not Modify) Row Checksum, Status"
            ),
        ),
    ),
    "xing": (
        "cp1252",
        (
            "Nachname;Vorname;Titel;Firma;Position;Straße (geschäftlich);PLZ (geschäftlich);Ort "
            "(geschäftlich);Land (geschäftlich);Telefon (geschäftlich);Mobil (geschäftlich);Fax "
            "(geschäftlich);E-Mail (geschäftlich);Straße (privat);Telefon (privat);E-Mail (privat);"
            "Geburtstag;XING-Profil;Tags\n"
            "Lee;Ann;Dr.;Lumen;CTO;Ring 1;50667;Köln;Deutschland;+49 221 1;+49 171 1;;ann@x.example;;;;"
            "21.03.1980;https://www.xing.com/profile/Ann_Lee;Messe\n"
        ),
        (
            (
                "Dr. Ann Lee | CTO//Lumen | ann@x.example | work:+492211 mobile:+491711 | "
                "https://www.xing.com/profile/Ann_Lee | Ring 1, 50667 Köln, Deutschland | Messe | 1980-03-21 |  "
                "| "
            ),
        ),
    ),
    "eventbrite": (
        "utf-8",
        (
            "Order #,Order Date,First Name,Last Name,Email,Quantity,Ticket Type,Order Type,Attendee Status,"
            "Job Title,Company,Work Phone,Home Country\n"
            "123,2024-01-01,Ann,Lee,ann@x.example,1,VIP,Free,Attending,CTO,Lumen,+1 415 555 0100,US\n"
        ),
        (
            (
                "Ann Lee | CTO//Lumen | ann@x.example | work:+14155550100 |  | US |  |  |  | Order #, Order Date,"
                " Quantity, Ticket Type, Order Type, Attendee Status"
            ),
        ),
    ),
}

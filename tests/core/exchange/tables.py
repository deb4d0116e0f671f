"""Tables as real programs write them, with made-up people."""

from __future__ import annotations

from typing import Final

GOOGLE: Final = (
    "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Last Name,Name Prefix,Name Suffix,Nickname,File As,"
    "Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,"
    "E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,"
    "Phone 2 - Value,Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - PO Box,"
    "Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,Address 1 - Extended Address,Relation 1 - Label,"
    "Relation 1 - Value,Website 1 - Label,Website 1 - Value,Event 1 - Label,Event 1 - Value,Custom Field 1 - Label,"
    "Custom Field 1 - Value\n"
    'Clelia,Maria,Delle,,,Dr.,,Cleo,,Lumen & Söhne GmbH,Head of sales,Sales,1985-12-10,"met at fair\nlikes ""tea"""'
    ",https://photos.example/1,Fair 2026 ::: * myContacts ::: * starred,* Work,clelia@lumen.example ::: c@lumen.example"
    ",Home,clelia@home.example,Mobile,+49 151 23456789 ::: +49 89 1234567,ältere,+49 89 1234568,Work,"
    '"Ring 5\n80331 München\nDE",Ring 5,München,,,80331,DE,,Spouse,Kim Delle,Work,https://lumen.example,Anniversary,'
    "--06-15,Customer no,0042\n"
    ",,,,,,,,,Only A Company,,,,,,* myContacts,,,,,Main,020 7946 0958,,,,,,,,,,,,,,,,,,,\n"
    "* Odd,,- first char,,,,,,,,,,--07-01,,,* myContacts,* ,odd@label.example,,,,,,,,,,,,,,,,,,,,,,,\n"
)
GOOGLE_OLD: Final = (
    "Name,Given Name,Additional Name,Family Name,Yomi Name,Birthday,Notes,Group Membership,E-mail 1 - Type,"
    "E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Organization 1 - Type,Organization 1 - Name,"
    "Organization 1 - Title\n"
    "Ann Lee,Ann,,Lee,,,,* My Contacts ::: Test,* Home,ann@x.example ::: a@x.example,Mobile,+49 151 23456789,,Lumen,"
    "CTO\n"
)
OUTLOOK: Final = (
    '"Title","First Name","Middle Name","Last Name","Suffix","Company","Department","Job Title","Business Street",'
    '"Business Street 2","Business City","Business State","Business Postal Code","Business Country/Region",'
    '"Home Street","Home City","Assistant\'s Phone","Business Fax","Business Phone","Callback","Mobile Phone",'
    '"Anniversary","Assistant\'s Name","Birthday","Categories","E-mail Address","E-mail Type","E-mail Display Name",'
    '"E-mail 2 Address","Gender","Notes","Priority","Private","Sensitivity","Spouse","User 1","Web Page"\r\n'
    '"Dr.","Jörg","","Möller","","Muster GmbH","","Geschäftsführer","Ring 5\r\nHinterhaus","2. Stock","München","",'
    '"80331","Germany","","","+49 89 11","","+49 (89) 1234567","","0151 23456789","0/0/00","Ann Lee","3/4/1980",'
    '"Fair;VIP","joerg@muster.example","SMTP","Jörg Möller (joerg@muster.example)","","Unspecified",'
    '"first line\r\nsecond, ""quoted""","Normal","False","Normal","","blue","www.muster.example"\r\n'
)
LINKEDIN: Final = (
    'Notes:\n"When exporting your connection data, you may notice that some of the email addresses are missing."\n\n'
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    'Priya,Beispiel,https://www.linkedin.com/in/priya-beispiel,,"Acme, Inc.","VP, Engineering",05 Mar 2024\n'
    'Erika,"Musterfrau, MBA",https://www.linkedin.com/in/erika-m,erika@firma.example,Müller KG,Chefin,12 Jan 2023\n'
    ",,,,,,30 Apr 2026\n"
)
THUNDERBIRD: Final = (
    "First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name,Work Phone,Home Phone,"
    "Fax Number,Mobile Number,Home Address,Home Address 2,Home City,Home ZipCode,Organization,Web Page 1,Birth Year,"
    "Birth Month,Birth Day,Custom 1,Notes,\r\n"
    "Tim,Test,Tim Test,,tim@test.example,t@test.example,tt,,1,2,3,Ring 1,Back house,Calau,18028,Lumen,,1970,11,5,x,,"
    "\r\n"
)
LOCAL: Final = {
    "German": "Anrede;Vorname;Nachname;Firma;Position;Straße geschäftlich;Ort geschäftlich;Postleitzahl geschäftlich;"
    "Land/Region geschäftlich;Telefon geschäftlich;Mobiltelefon;E-Mail-Adresse;Geburtstag;Kategorien;Notizen;Webseite",
    "French": "Titre;Prénom;Nom;Société;Fonction;Rue (bureau);Ville (bureau);Code postal (bureau);"
    "Pays/Région (bureau);Téléphone (bureau);Tél. mobile;Adresse de messagerie;Anniversaire;Catégories;Notes;Page Web",
    "Spanish": "Tratamiento;Nombre;Apellidos;Organización;Puesto;Calle del trabajo;Ciudad de trabajo;"
    "Código postal del trabajo;País o región del trabajo;Teléfono del trabajo;Teléfono móvil;"
    "Dirección de correo electrónico;Cumpleaños;Categorías;Notas;Página Web",
    "Italian": "Titolo;Nome;Cognome;Società;Posizione;Via (uff.);Città (uff.);CAP (uff.);Paese (uff.);Telefono (uff.);"
    "Cellulare;Indirizzo posta elettronica;Compleanno;Categorie;Notes;Pagina Web",
    "Polish": "Tytuł;Imię;Nazwisko;Firma;Stanowisko;Adres służbowy - ulica;Adres służbowy - miejscowość;"
    "Adres służbowy - kod pocztowy;Adres służbowy - kraj;Telefon służbowy;Telefon komórkowy;Adres e-mail;Urodziny;"
    "Kategorie;Notatki;Strona sieci Web",
    "Portuguese": "Título;Nome;Sobrenome;Empresa;Cargo;Rua do Endereço Comercial;Cidade do Endereço Comercial;"
    "CEP do Endereço Comercial;País/Região do Endereço Comercial;Telefone Comercial;Telefone Celular;"
    "Endereço de Email;Aniversário;Categorias;Anotações;Página da Web",
    "Dutch": "Titel;Voornaam;Achternaam;Bedrijf;Functie;Werkadres, straat;Werkadres, plaats;Werkadres, postcode;"
    "Werkadres, land/regio;Telefoon op werk;Mobiele telefoon;E-mailadres;Verjaardag;Categorieën;Notities;Webpagina",
    "Swedish": "Titel;Förnamn;Efternamn;Företag;Befattning;Gatuadress, arbete;Ort, arbete;Postnummer, arbete;"
    "Land/region, arbete;Telefon, arbete;Mobiltelefon;E-postadress;Födelsedag;Kategorier;Anteckningar;Webbsida",
}
LOCAL_ROW: Final = (
    "Dr.;Ann;Lee;Lumen;Boss;Ring 1;Calau;18028;Schweden;+49 30 6966377;+49 171 5550123;ann@lumen.example;1980-03-21;"
    "Fair;Hello;www.lumen.example"
)

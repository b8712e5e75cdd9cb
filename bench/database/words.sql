-- Words that customers are made of, each with a number from 1, the most frequent first. For the session only.

create temp table last_name (no integer generated always as identity primary key, word text not null);
insert into last_name (word)
select unnest(string_to_array(
    'Müller,Schmidt,Schneider,Fischer,Weber,Meyer,Wagner,Becker,Schulz,Hoffmann,Schäfer,Koch,Bauer,Richter,Klein,'
    'Wolf,Schröder,Neumann,Schwarz,Zimmermann,Braun,Krüger,Hofmann,Hartmann,Lange,Schmitt,Werner,Schmitz,Krause,'
    'Meier,Lehmann,Schmid,Schulze,Maier,Köhler,Herrmann,König,Walter,Mayer,Huber,Kaiser,Fuchs,Peters,Lang,Scholz,'
    'Möller,Weiß,Jung,Hahn,Schubert,Vogel,Friedrich,Keller,Günther,Frank,Berger,Winkler,Roth,Beck,Lorenz,Baumann,'
    'Franke,Albrecht,Schuster,Simon,Ludwig,Böhm,Winter,Kraus,Martin,Schumacher,Krämer,Vogt,Stein,Jäger,Otto,Sommer,'
    'Groß,Seidel,Heinrich,Brandt,Haas,Schreiber,Graf,Schulte,Dietrich,Ziegler,Kuhn,Kühn,Pohl,Engel,Horn,Busch,'
    'Bergmann,Thomas,Voigt,Sauer,Arnold,Wolff,Pfeiffer,Weiss,Mueller,Özdemir,Yılmaz,Nowak,Kowalski,Šimić,Nguyễn',
    ','
));
insert into last_name (word)
select beginning || ending
from unnest(string_to_array(
    'Alten,Bach,Berg,Birken,Brücken,Buchen,Eichen,Fichten,Fried,Grün,Hasel,Heiden,Hohen,Kalten,Kirch,Kloster,Lauter,'
    'Linden,Mühl,Neu,Nieder,Ober,Roden,Rosen,Sand,Schön,Schwarzen,Silber,Sonnen,Tannen,Unter,Wald,Wasser,Weiden,'
    'Weißen,Wiesen,Winter,Wolfs,Ziegel,Zöllner', ','
)) as beginning,
unnest(string_to_array(
    'acker,auer,bach,bacher,bauer,baum,beck,berg,berger,brunner,burger,dorf,dörfer,feld,felder,hagen,hammer,haus,hof,'
    'hofer,holz,huber,kamp,mann,meier,meyer,mayer,müller,reuter,rieder,schmidt,schneider,stein,steiner,stetter,tal,'
    'thaler,wald,weber,wieser', ','
)) as ending
order by md5(beginning || ending);

create temp table first_name (no integer generated always as identity primary key, word text not null);
insert into first_name (word)
select unnest(string_to_array(
    'Thomas,Michael,Andreas,Peter,Stefan,Sabine,Susanne,Petra,Monika,Claudia,Christian,Martin,Frank,Andrea,Birgit,'
    'Karin,Jürgen,Klaus,Wolfgang,Uwe,Anna,Julia,Katharina,Lena,Laura,Jörg,Björn,Jan,Felix,Lukas,Maximilian,Paul,Leon,'
    'Jonas,Tim,Hannah,Mia,Emma,Sophie,Marie,Günther,Käthe,Zoë,René,André,Hans-Peter,Karl-Heinz,Anne-Marie,Eva-Maria,'
    'Jürgen,Ulrike,Gabriele,Renate,Helga,Ursula,Ingrid,Brigitte,Gisela,Heike,Anja,Silke,Tanja,Nicole,Sandra,Daniela,'
    'Markus,Matthias,Oliver,Sven,Torsten,Dirk,Ralf,Bernd,Holger,Jens,Mario,Marco,Daniel,Sebastian,Tobias,Benjamin,'
    'Florian,Alexander,Dominik,Philipp,Simon,David,Ayşe,Mehmet,Elif,Agnieszka,Łukasz,Chloé,Søren,Zoltán,Anton,Moritz,'
    'Emil,Ida,Frieda,Greta,Mathilda,Theo,Oskar,Jakob,Vincent,Valentin,Leopold,Friederike,Dorothea,Cäcilia,Bärbel',
    ','
));

create temp table branch (no integer generated always as identity primary key, word text not null);
insert into branch (word)
select unnest(string_to_array(
    'Bau,Elektro,Dachbau,Metallbau,Gartenbau,Haustechnik,Sanitär,Heizungsbau,Tischlerei,Malerbetrieb,Fliesen,Autohaus,'
    'Reifendienst,Spedition,Logistik,Bäckerei,Metzgerei,Weinhandel,Getränke,Gasthof,Hotel,Apotheke,Optik,Zahntechnik,'
    'Pflegedienst,Physiotherapie,Steuerberatung,Rechtsanwälte,Immobilien,Hausverwaltung,Versicherungen,Software,'
    'Medien,Werbung,Druckerei,Verlag,Fotografie,Architektur,Ingenieure,Umwelttechnik,Solar,Energie,Maschinenbau,'
    'Werkzeuge,Feinmechanik,Kunststoffe,Textil,Mode,Schuhe,Blumen,Reisen,Fahrräder,Musikhaus,Buchhandlung', ','
));

create temp table company_form (no integer generated always as identity primary key, word text not null);
insert into company_form (word)
select unnest(string_to_array('GmbH,e. K.,GmbH & Co. KG,UG (haftungsbeschränkt),GbR,KG,OHG,AG,& Söhne,& Partner', ','));

create temp table street (no integer generated always as identity primary key, word text not null);
insert into street (word)
select unnest(string_to_array(
    'Hauptstraße,Bahnhofstraße,Schulstraße,Gartenstraße,Dorfstraße,Bergstraße,Lindenstraße,Birkenweg,Kirchstraße,'
    'Waldstraße,Ringstraße,Am Sportplatz,Mühlenweg,Industriestraße,Goethestraße,Schillerstraße,Rosenweg,Marktplatz', ','
));

create temp table city (no integer generated always as identity primary key, postal_code text not null, word text not null);
insert into city (postal_code, word)
select left(entry, 5), substr(entry, 7)
from unnest(string_to_array(
    '10115 Berlin,20095 Hamburg,80331 München,50667 Köln,60311 Frankfurt am Main,70173 Stuttgart,40213 Düsseldorf,'
    '04109 Leipzig,44135 Dortmund,45127 Essen,28195 Bremen,01067 Dresden,30159 Hannover,90402 Nürnberg,47051 Duisburg,'
    '44787 Bochum,42103 Wuppertal,33602 Bielefeld,53111 Bonn,48143 Münster,76133 Karlsruhe,68159 Mannheim,'
    '86150 Augsburg,65183 Wiesbaden,41061 Mönchengladbach,38100 Braunschweig,24103 Kiel,09111 Chemnitz,52062 Aachen,'
    '06108 Halle (Saale),39104 Magdeburg,79098 Freiburg im Breisgau,47798 Krefeld,55116 Mainz,23552 Lübeck,'
    '99084 Erfurt,18055 Rostock,34117 Kassel,66111 Saarbrücken,14467 Potsdam,26122 Oldenburg,49074 Osnabrück,'
    '69117 Heidelberg,64283 Darmstadt,93047 Regensburg,97070 Würzburg,85049 Ingolstadt,38440 Wolfsburg,89073 Ulm,'
    '72070 Tübingen,35390 Gießen,95444 Bayreuth,96047 Bamberg,03046 Cottbus,54290 Trier,07743 Jena,17489 Greifswald', ','
)) as entry;

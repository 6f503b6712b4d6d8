/**
 * The commonest Swedish words, chosen for this project. They come before others that share a form
 * with them.
 */
export const common = `
abort acceptera aderton administratör adress advokat affär afrikansk afton akta aktie aktiv
aktivera aktivitet akut aldrig alkohol all alla alldeles allians allmän allt alltför alltid
allting alltså allvar allvarlig alternativ ambassadör ambulans amerikan amerikansk ana and anda
ande andra anfall anfalla anföra ange angripa angående anhängare anka anklaga anklagelse ankomst
anledning anlända anmäla annan annars annat annons anpassa anse ansikte ansluta anslutning
anställd anställning ansvar ansvarig ansöka ansökan antagligen antal antingen använda användare
användarnamn användbar apa apotek app april arabisk arbeta arbetare arbete arbetsgivare
arbetskraft arbetslös arbetslöshet arbetsplats arbetsyta arg arm armé arrangera art artificiell
artikel arton artonde asiatisk aska atom att attack aug augusti australisk automatisk av avbryta
avfall avfärd avgå avlägsna avsikt avskaffa avsluta avslöja avsnitt avstå avstånd avtal avvisa
axel backe bad baka bakgrund bakom bakre bakåt band bank bar bara bark barmhärtig barn barnbarn
barndom bas batteri be bebis bedja bedra bedrägeri befinna befogenhet befolkning befria
befälhavare begrava begravning begripa begränsa begär begära begå behaglig behandla behandling
behov behålla behörighet behöva bekräfta bekväm bekymra belopp belöna ben beredd berg berika
bero beroende berätta berättelse berömd beröra besegra beskriva beslut besluta bestiga beställa
bestämma bestämt bestå besynnerlig besättning besök besöka betala bete beteende betona betrakta
beträffande bett betvivla betyda betydelse beundra bevaka bevara bevis bevisa bi bibel bibliotek
bidra bidrag bifoga bil bild bilda biljett biljon billig binda biologi biologisk biskop bita
bjuda björk björn blad bland blanda blek bli blick blicka blind bliva blixt blod blomma blott
blyg blå blåsa blöt bo bok bokstav bolag boll bomb bonde bord borg borgmästare bort borta boskap
bostad bota botten bra brand brandman bred bredd bredvid brev bringa brinna britt brittisk bro
broder bror brott brottsling bruka brun brunn bry bryta bränna brännvin bråk bröd bröllop bröst
bröt budget buske buss butik by bygga byggnad byta byxa bäck bägge bänk bär bära bäst bästa
bättre båda både båt böja bön böra börja början börs bössa ca cancer cell censur centimeter
central centrum chans chef cirka citera civil cykel dag daglig dagligen dal dam damm dans dansa
dansk darra dator datum de debatt dec december decennium del dela dels delta delvis dem demokrat
demokrati demokratisk demonstrant den denna departement deras dess dessa dessutom desto det
detta diagnos dialogruta dig digital dike dikt diktator diktatur dimma din direkt direktör disk
diskriminering diskussion diskutera distrikt dit ditt djup djur djävul dock doft doktor dokument
dold dollar dom domare domstol dotter dra drake dricka drog drottning drunkna dröja dröm drömma
drönare du dubbel dubbelklicka duga duktig dum dumhet dussin duva dvärg dyka dylik dyr där
därborta däremot därför då dålig dåligt dö död döda dödsoffer dölja döma dörr döv e-post eder
effekt effektiv efter eftermiddag eftersom egen egentligen ej ek ekonomi ekonomisk ekorre el
elak eld elefant elektricitet elektrisk elev elfte eljest eller elva elände embargo emedan
emellan emellertid emot en enas enbart enda endast energi engelsk engelska enhet enkel enligt
enorm ensam ensamhet enskild epidemi er era erbjuda erbjudande erfarenhet erkänna ersätta erövra
etablera ett euro europeisk evig exakt examen exempel exempelvis exemplar experiment expert
explodera explosion export exportera extra extrem fabrik fack fackförening fader faktiskt fall
falla falsk familj fan fana fantastisk far fara farbror farfar farlig farmor fart fartyg fast
faster fastställa fastän fat fattig fattigdom feb feber februari federal feg fel fem femte
femtio femton femtonde fest ficka fiende fil film filosofi fin finansiera finger finländsk finna
finnas finsk fint fira firande fisk fiska fiskare fiske fjord fjorton fjortonde fjäder fjäll
fjärde fjärdedel fjäril flagga flaska flat fler flera flest flicka flik flitig flock flod flotta
fluga fly flyg flyga flygbolag flygplan flygplats flykting flyta flytta folk folkomröstning form
format fors forska forskare forskning fort fortfarande fortsatt fortsätta fot fotboll foto
fotografi fram framför framgång framme framsteg framställa framtid framåt fransk fred fredag fri
frid frihet frisk fritid front frost fru frukost frukt frukta fruktan fruktansvärd frysa främja
främling främre fråga från frö fröken ful full fullständig fungera furu fylla fyra fyrtio fysik
fysisk fält fängelse fängsla färd färdig färg få fågel fånga fånge får föda född födelse
födelsedag följa följd fönster för föra förare förbannelse förbereda förbi förbjuda förbud
förbund förbättra fördrag fördriva före föredra föregående förekomma föremål förena förening
föreslå föreställa föreställning företag företräda författare författning förfärlig förfölja
förhandla förhandling förhindra förhålla förhållande förklara förklaring förkylning förlita
förlora förlossning förlust förlänga förlåta förmiddag förmodligen förmå förmåga förneka
förorening förort förr förra församling förskräcklig förslag först första förstå förstås
förstöra försvar försvara försvinna försäkra försäkring försäljning försämra försök försöka
förtjäna förtryck förutom förvandla förvara förvänta förvåna förvånad förälder förändra
förändring gaffel galen gammal ganska garantera gas gata ge gemensam gen genast general genom
genomföra genväg get gevär gift gifta giftig gilla gissa gisslan giva glad glas glida global
glädja glädje glänta glömma god goda godhet godkänna golv gosse gott grad gram gran granne
grannskap granska gratis gravid graviditet grekisk gren grep grind gripa gripen gris groda grund
grunda grundlag grupp gruva grym gryning gryta gräns gräs gräva grå gråt gråta grön gröt gud
gudstjänst gul guld guldmedalj guvernör gynna gädda gälla gäng gärdsgård gärningsman gäst gå
gång gånger går gård gås gåva gömma göra ha hage haj hals halv halva halvö hammare hamn han hand
handel handske hans hare hastighet hat hata hatt hav hava havre hed hedra hel hela helg helgdag
helgon helig helt helvete hem hemlig hemlighet hemma hemsk henne hennes herr herre herrgård het
heta hetta himmel hindra hinna historia historisk hit hitta hittills hjord hjort hjul hjälp
hjälpa hjälpmedel hjälte hjärna hjärta holme hon honom hopp hoppa hoppas horn hos hot hota
hotell hud hugga humor hund hundra hunger hungersnöd hungrig hur huruvida hus hustru huvud
huvudstad hyra hälft hälla hälsa hämta hända händelse hänga hänvisa här härlig häst hävda häxa
hålla hår hård hårddisk hårdvara hårt hö hög höger högljudd högre högskola högst högsta högt
höja höjd hök höna höns hör höra hörn höst i iaktta ibland icke idag identifiera idé ifall ifrån
igelkott igen igenom igår ihop ikon ilska imorgon imponerande import importera in inaktivera
indirekt indisk industri industriell inflation inflytande information informera inför införa
ingen ingenstans ingenting inget ingripa inkludera inkomst inköp inleda innan innanför inne
innebära innehåll innehålla inom inre inse insekt inspirera installera institution inställning
inte intelligens internationell internet intervju intervjua intet intressant intresse intryck
inträffa intäkt inuti invandrare inverkan investera invånare is israelisk istället isär
italiensk ivrig ja jag jaga jan januari japansk jo jobb jobba jord jordbruk jordbävning
journalist ju jude judisk jul juli juni juridisk just justera jägare jämföra jämlikhet
jämställdhet jämte järn järnväg jätte kabel kaffe kaka kall kalla kalv kamera kammare kampanj
kamrat kanadensisk kandidat kanin kanske kant kaos kapell kapitel kapitulera kappa kapten
karriär kasta katalog katastrof katolsk katt kedja kejsare kemi kemisk kg kidnappa kilo kilogram
kilometer kinesisk kirurg kista kjol klaga klar klara klick klicka klimat klinik klippa klistra
klocka klockan klok kloster klädd kläder klänning klättra km knacka knapp knappt kniv knä ko
koalition koka kol kollega kolumn kombinera komma kommande kommando kommentera kommission
kommitté kommun kommunal kompis komplett konferens konfigurera konflikt konsekvens konsert konst
konstatera konstig konstnär konsument kontakt konto kontor kontrakt kontrollera konung kopia
kopiera kopp koppar koppla kor korg korn korp kort kosta kostnad kotte kraft krama krascha krav
krig kriminell kring kris kristen kritik kritisera krog krokig krona kropp krossa krypa
kryssruta kräva kråka kula kulle kultur kulturell kund kung kunglig kunna kunskap kupp kusin
kust kvalitet kvarn kvart kvinna kvinnlig kväll kyckling kyla kyrka kyssa källa källare kämpa
känd känna kännas kännedom känsla kärlek kärnkraft kärnvapen kärr kärra kök köld kön köpa kör
köra kött laboratorium lada ladda laddare ladugård lag laga lagförslag laglig lagra lagstiftning
lamm lampa land landa landsbygd landsflykt landskap lansera lastbil lat lav lax le led leda
ledamot ledare ledig ledsen leende lejon lek leka leksak lektion ler lera leta lett leva levande
lever lida lider lie liga ligga lik lika likhet likna liknande liksom likväl lila lilla lind
linje lista lita lite liten liter litet liv ljud ljung ljus logga lokal lopp lov lova luft lugn
lukt lunch lura lust luta lycka lyckas lycklig lyfta lysa lyssna läge lägenhet läger lägga lägre
lägst läkare läkemedel lämna lämplig län längd längre längs längst längta längtan länk läpp lär
lära lärare lärka läsa läst lätt läxa låda låg låga lån låna lång långsam långsamt långt lås
låsa låst låta löfte lögn löjtnant lök lön löpa lördag lösa lösenord lösning löv mage maj
majoritet maka make makt mamma man mandat manlig manuell mapp mark markera marknad markör mars
maskin masugn mat mata match matematik med medalj medan medborgare meddela meddelande medel
medicin medicinsk medier medlem medlidande mellan men mena mening mental meny mer mera mest
meter metod middag midnatt mig mil militär miljard miljon miljö min mina mindre minister minnas
minne minneskort minoritet minska minskning minst minut misshandel missil misslyckande
misslyckas misstag misstanke misstänka misstänkt mitt mjuk mjukvara mjöl mjölk mjölnare mobil
mod modell moder modern modig molekyl moln mor morbror mord morfar morgon mormor mossa mosse
moster mot motivera motor motstånd motståndare motsvara motta mottaga motverka mun mur mus
museum musik musiker muskel muslim muslimsk mycken mycket myndighet mynt myra mängd människa
mänsklig märka märkas märklig mästare mästerskap mäta må måhända mål måla måltid månad måndag
måne många mången mås måste möjlig möjligen möjlighet mönster mörda mördare mörk mörker mössa
möta möte nacke naken namn narkotika nation nationell natt natur naturlig naturligtvis ned
nederlag nedre negativ nej neka ner nere ni nicka nio nionde nittio nitton nittonde nivå njuta
nog noll nord nordlig normal norr norra norsk nov november nu nummer nuvarande ny nyckel nyhet
nyligen nyss nyttig näbb nämna nämnd när nära näsa nästa nästan näste nät nätverk nå nåd någon
någonstans någonting något några nål nöd nödläge nödvändig nödvändighet nöjd nöje oberoende
observera ocean och också ockupera odjur oerhörd offentlig offer officer ofta ogilla okt oktober
okänd olaglig olika olja olycka olycklig om omedelbart omfatta omgång omkring område omröstning
omsättning omöjlig ond ondska onsdag operation operera opposition orange ord ordförande ordna
ordning organisation organisera orka orkan orm oro oroa orolig orsak orsaka ort oskyldig oss ost
osynlig osäker ovan ovanför ovanlig oxe pandemi panel panik panna pappa papper par park
parlament parti partner passa passagerare passera patient peka pekare peng pengar penning
pension pensionär period person personlig pilot piska pistol placera plan planera planet plats
platt plikt plocka plog plöja plötslig plötsligt pojke polis polisstation politik politiker
politisk polsk populär port positiv post potatis poäng prata predikan premiärminister president
prins prinsessa pris prisa privat problem procent producera produkt produktion professor program
programmerare programvara projekt propaganda protest prov prova provins präst pröva psykisk
psykologi publicera publik pund punkt päls päron på påpeka påse påsk påstå påve påverka påverkan
rad radera radio rak raket rapport rapportera ras rasism rasistisk reagera redaktör redan
redskap regel regera regering region registrera reglera regn regna reklam rekommendera relation
religion religiös ren rengöra rep reparera representera republikan republikansk resa resenär
respekt respektera rest restaurang resultat reträtt rev revolution rida rik rike rikedom riksdag
riksdagsledamot riktig riktning ring rinna risk rita riva rival ro roa robot rock rolig roll rom
roman ropa ros rosa rot rulla rum rund runt ruta rycka rygg rymd rysk ryss räcka rädd rädda
räddning räddningstjänst rädsla räkna räkning ränta rätt rättegång rättighet rättslig rättvisa
räv råd råda rådjur råg råtta röd rök röka rökning rör röra rörelse röst rösta sadel saga sak
sakna saknas sakta sal salt samarbete samband samfund samhälle samla samlas samma
sammanfatta sammanträde samt samtal sand sanktion sann sanning sannolikt satellit sats satsa
satt se sedan segel seger segla sekel sekund semester sen senare senast senaste senator sent
september server sex sextio sexton sextonde sexuell sida sig silke silver simma simulera sin
sina sist sista siste sitta situation sju sjuk sjukdom sjukhus sjukskriva sjuksköterska sjunde
sjunga sjunka sjuttio sjutton sjuttonde själ själv självständig självständighet sjätte sjö
sjöman ska skada skadad skaffa skaka skall skam skapa skarp skatt ske sked sken skepp skicka
skicklig skilja skillnad skilsmässa skina skinn skjorta skjuta sko skog skogsbruk skola
skomakare skona skott skratt skratta skred skrik skrika skriva skrivare skrivbord skräddare
skrämma skräppost skugga skuld skurk skydd skydda skyffel skyldig skylla skymning skynda skäl
skämmas skänka skär skära skärgård skärm skärmbild skådespelare skåp skön skönhet skörd skörda
sköta sladd slag slags slav slaveri slott slut sluta slutligen släcka släde slänga släpp släppa
slätt slå slö smak smal smart smed smedja smeka smitta smutsig smälta smärta små smör snabb
snabbt snabbtangent snart snickare snäll snår snö snöre social socken socker sol soldat
solnedgång soluppgång som sommar somna son soppa sorg sorgsen sort sova spade spansk spara
sparka speciell speciellt spegel spel spela spelare spik spindel spion sprida springa spränga
språk spännande spår spöke stad staket stall stam standard stanna stark starta stat station
statlig statsminister stava steg stege sten sticka stig stiga stilla stimulera stirra stjäla
stjärna stjärt stol stolt stolthet stoppa stor stork storlek storm storstad stort straff straffa
strand strax strejk strid strida stridsvagn strumpa sträcka ström strömma stubbe student studera
studie stuga stum stund stundom stycke styr styra styrelse styrka städa ställa ställe ställning
stänga stängd stå stål stöd stödja stöld stör störa större störta stövel sucka summa sund svag
sval svala svamp svan svans svar svara svart svensk svenska svin svält svälta svänga svära svärd
svår svårighet sy syd sydlig syfte symbol symptom symtom synas synd synlig synnerligen syntes
syskon system syster säck säd säga säker säkerhet säkerhetskopia säkerhetstjänst säkert säl
sälja sällan sämre sämst sända säng sänka särskild särskilt säsong sätt sätta så sådan såg
sågverk således sång sångare sår såra såsom såvida söder södra söka sökning sömn söndag sönder
ta tabell tacka taga tagen tak tal tala talesman talesperson tall tallrik tam tand tandläkare
tangent tangentbord tanke tant tapper tavla te teater tecken teckensnitt teknik teknisk telefon
tema temperatur teori terminal terrorism terrorist testa text tid tidig tidigare tidigt tidning
tidskrift tiger tiggare till tillbaka tillfälle tillgänglig tillhöra tillkännage tillräckligt
tills tillsammans tillstånd tillverka tillväxt tillägga tillämpa tillåta timma timme ting tio
tionde tisdag titel titta tjock tjugo tjugonde tjur tjuv tjäna tjänst tokig tolfte tolv tom
tomte ton topp torg torka torn torr torsdag torsk total tradition traditionell trafik trampa
trana trappa trasig tre tredje tredjedel trenne trettio tretton trettonde trevlig trivas tro
trogen troligen troll trolla trolleri trots trupp tryck trycka trygghet trä träd trädgård träffa
träna tränare träning tråd trådlös tråkig trång trösta trött tsunami tu tull tumme tung tunga
tungt tunn tunnelbana tupp tur turism turist turkisk turnering tusen tuva tv tveka tvinga tvist
tvivel tvivla tvätta två tycka tyckas tyda tydlig tydligen tyg typ typsnitt tysk tyst tysta
tystnad täcka tända tänka tänkt tärna tävla tävling tå tåg tåla tår tömma törst törstig tös ubåt
udde uggla ugn ukrainsk ull undantag undantagstillstånd under underbar underlig underlätta
underrättelse underskott understryka undersöka undersökning underteckna undertecknad undervisa
undervisning undra undre undvika ung ungdom ungefär ungefärlig union universitet universum upp
uppdatera uppdatering uppdrag uppe uppfatta uppfattning uppföra uppgift upphöra uppleva
upplevelse uppmana uppmuntra uppnå upprepa uppror upprätta upprätthålla uppskatta uppstå
uppsägning uppta upptagen upptäcka ursäkt ursäkta ut utan utanför utbilda utbildning ute
utesluta utföra utge utgift utgå utgöra uthärda utlösa utmana utmaning utmed utnyttja utom
utredning utrikesminister utsatt utse utseende utskott utskrift utsläpp utställning utsätta
uttalande uttryck uttrycka utveckla utvecklare utveckling utvidga utvisa vaccin vacker vad vagn
vaken vakna vakta val vall valla valuta vana vandra vanlig vanligen vanligtvis vante vapen
vapenvila var vara varför varg variera varje varken varm varna vars vart vass vatten vattenfall
vd vecka ved vek vem verka verkan verklig verkligen verklighet verkstad verktyg verktygsrad
version veta vete vetenskap vetenskaplig vetenskapsman vi vid video vidta vik vika vikt viktig
vila vild vilja vilka vilken vilket vill villa villig vin vind vinge vinka vinna vinst vinter
virus vis visa visdom viska viss vit vittne vrede vulkan vuxen väcka väder väg vägg vägra väl
väldig välfärd välja väljare vän vända vänlig vänster vänta värd värde värdefull värdera värld
värme värre värst väska väst väster västlig västra växa växla växt våg våga våld våldta våldtäkt
vår vård vårda våt vörda webbplats yngre yngst yrke yta ytterligare ytterst yttra yttre yxa äga
ägare ägg ägna äkta äldre äldst älg älska älv ämne än ändra ändring ändå äng ängel änka ännu
äntligen äpple ärlig ärva äta även å åka åker åklagare ål ålder ångest ångra år århundrade
årligen årtionde åsikt åska åstadkomma åt åtal åtala åtalad åter återfinna återkomma återställa
återstå återvända åtminstone åtta åttio åttonde ö öde öga ögonblick öka öken ökning öl önska
önskan önskemål öppen öppna öra örn öst öster östlig östra öva över överallt överenskommelse
överföra överge övergrepp övergå överleva överlevande överlämna överraska översikt överskott
överste överstiga översvämning översätta övertala övertyga övervaka övervinna övning övre
`;

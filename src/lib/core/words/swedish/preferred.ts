import { parsePreferred } from '../preferred';

/** Swedish forms that several words share, the likeliest word first where no neighbour decides. */
export const swedishPreferred = parsePreferred(`
# a strong verb before a rarer noun
var = vara v4, var pn, var ad
drog = dra, drog
drogs = dra, drog
bröt = bryta
bröts = bryta
såg = se, såg
sågs = se, ses
får = få, får
fick = få
går = gå, går
kör = köra, kör
rör = röra, rör
stör = störa, stör
händer = hända, hand
bad = be, bad
bar = bära, bar n3, bar a1
bett = be, bett
red = rida
rev = riva
grep = gripa
greps = gripa
låg = ligga, låg
led = lida, led t5, led n3, leda
ler = le
vågar = våga, våg n2
banan = bana, banan
pustar = pusta, pust
täckt = täcka, täck
drivna = driva, driven
lovar = lova, lov
lider = lida
lever = leva, lever
leder = leda, led
begär = begära, begär
bär = bära, bär
skär = skära, skär
åker = åka, åker
styr = styra
svalt = svälta, svälja
lett = leda, le
läst = läsa
frös = frysa, frö
gifter = gifta, gift
satt = sitta, sätta, satt
syntes = synas, syntes
dött = dö, död
sett = se
sagt = säga
lagt = lägga
tas = ta
togs = ta
tagits = ta
ses = se, ses
slagen = slå, slagen, slag
fallen = falla, fallen, fall
lär = lär v4, lära
tänkt = tänka, tänkt
steg = stiga, steg
vek = vika, vek
# a noun or an adjective before a rarer word
band = band, binda
sken = sken, skina
spår = spår, spå
sår = sår, så
rest = rest, resa
anden = ande, and
kor = ko, kor
fint = fin
vitt = vit, vitt
halva = halv, halva
hela = hel, hela
låga = låg, låga
tunga = tung, tunga
tysta = tyst, tysta
planet = plan, planet
fallet = fall, falla
slaget = slag, slå, slagen
slutet = slut, sluten
tankar = tanke, tank, tanka
tänder = tand, tända
makar = make, maka
domarna = domare, dom
fiskarna = fisk, fiskare
fisken = fisk, fiske
fiskar = fisk, fiska
förarna = förare, för
grannen = granne
grannar = granne
grannarna = granne
grannens = granne
grannarnas = granne
delar = del, dela
blickar = blick, blicka
dalar = dal, dala
ekar = ek, eka
axlar = axel, axla
fingrar = finger
lagar = lag, laga
skördar = skörd, skörda
stenar = sten
strider = strid, strida
stegen = steg, stege
vallar = vall, valla
minnen = minne
klockan = klocka, klockan
gången = gång
gånger = gång
rätt = rätt n3, rätt a1, rätt ad, rät
dom = dom n2, de, dem
svenska = svensk, svenska
engelska = engelsk, engelska
tyska = tysk, tyska
franska = fransk, franska
ryska = rysk, ryska
norska = norsk, norska
danska = dansk, danska
finska = finsk, finska
spanska = spansk, spanska
italienska = italiensk, italienska
kinesiska = kinesisk, kinesiska
arabiska = arabisk, arabiska
ukrainska = ukrainsk, ukrainska
polska = polsk, polska
amerikanska = amerikansk, amerikanska
# comparison
bättre = bra, bättre ad, väl
bäst = bra, bäst ad, väl
bästa = bra, god, bästa
mer = mycket ad, mer
mest = mycket ad, mest
mindre = liten, mindre ad
sämre = dålig, dåligt
vita = vit, vita
tunna = tunn, tunna
säkra = säker, säkra
mogna = mogen, mogna
fria = fri, fria
sjuka = sjuk, sjuka
döda = död, döda
breda = bred, breda
brett = bred, breda
glada = glad, glada
lätta = lätt, lätta
goda = god, goda
gott = god, gott
litet = liten, lite
lilla = liten, lilla
# small words
mitt = min, mitt ad
bara = bara ad, bara cj, bar
handlade = handla, handlägga
vart = vart ad, var pn
åt = åt pr, åt ad, äta
för = för pr, för cj, föra, för ad
minst = minst ad, liten
ska = ska
skall = skall v4, skall t5
skulle = ska
vore = vara
# an adverb before a form of its adjective
knappast = knappast
betydligt = betydligt, betydlig
`);

/**
 * Heads whose forms another, commoner word has too: old and formal verbs, and rare nouns; with their
 * code where only one word of that spelling is meant.
 */
export const swedishRare: ReadonlySet<string> = new Set(
	`fader moder broder timma giva angiva taga antaga avtaga företaga iakttaga intaga mottaga motta deltaga
	påtaga bliva hava draga bedja kläda skola_v4 skola_v1 skall varda åta väsa ösa mycken gran and grann
	finne tank peng lä ho tö di lit mån täck rät bre stöda herr vela plugg stena sina dala ekar`
		.split(/\s+/)
		.concat(
			// Deponents that mean what the passive of their verb means.
			`behövas boxas brännas drabbas erfordras flockas fordras följas fördubblas församlas försonas
			försämras förvandlas förvånas förvärras förändras glädjas gäckas hållas höjas höras kallas kläckas
			kramas krävas kvävas kyssas läkas märkas narras nämnas nödgas plågas preskriberas pussas retas rivas
			roas ryckas rymmas råkas räddas räknas talas tas tilläggas träffas trängas tröttas tvingas tålas
			tändas samlas ses skiljas spridas sägas`.split(/\s+/)
		)
		.map((head) => head.replace('_', ' '))
);

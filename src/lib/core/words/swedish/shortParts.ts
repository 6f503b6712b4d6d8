/** Swedish words of up to three letters that are common parts of compounds; other short ones seldom are. */
export const swedishShortParts: ReadonlySet<string> = new Set(
	`arm art arv ask bad bak bar bas ben bi bil bio bo bok bot bro bud by bär bår båt bön dag dal
	dam del dom dop dos duk dyk el eld fas fel fem fet fly fot fri fru fyr får gas gen get grå
	gud gul gym hav hem hot hov hud hus hyr häl håg hål hår hö hög höj is it jul kal knä ko kok
	kol kor kur kyl kål kår kö kök kön köp kör lag lax led lek lik lin liv lok lov lur lus läs
	låg lån lår lås låt lön löp mal man mat mil mod mor mun mur mus myr män mål mör nog ny nät
	nål nöd nöt ord ost pil pol pop pub rad ram ras rep res rid rik ris rop rot rov rum rus råd
	rån röd rök rör sak sal sed sex sil sim sju sjö sko snö sol son sov spa spå sto sug syd syn
	säd säl sår tak tal te tid tio tom ton tre trä tur tv två tå tåg tår ugn ull ung val vax ved
	vin vis vit väg väl våg vår yta ägg älg äng å åka åsk ö öga öl öra öst`.split(/\s+/)
);

/** Endings that are words too, but no last part of a compound: `antag|ande`, `not|ering`. */
export const swedishEndings: ReadonlySet<string> = new Set(
	`ande anden andet andes ende ing ning ring ringen ringens ringar het skap kap kapet lig else are
	inna isk ism ist eri ant ent tik etik sant and est tan ologisk adel tet tor era eras eran`.split(
		/\s+/
	)
);

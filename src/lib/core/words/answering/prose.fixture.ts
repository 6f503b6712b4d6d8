/** Prose, in the form that `linked.fixture.ts` describes. Written and linked for this project. */
export const prose = `
Hon vaknade/1 av att någon/2 knackade/3 på fönstret/4. | She was woken/1 by someone/2 knocking/3 at the window/4.
Gubben/1 satt/2 på trappan/3 och skalade/4 potatis/5 som han alltid/6 hade gjort/7. | The old/1 man/1 sat/2 on the steps/3 peeling/4 potatoes/5, as he had always/6 done/7.
Huset/1 luktade/2 av fuktigt/3 trä/4 och gammal/5 tobak/6. | The house/1 smelt/2 of damp/3 wood/4 and old/5 tobacco/6.
Det var inte/1 första/2 gången/3 som Elsa/4 ljög/5 för sin mor/6. | It was not/1 the first/2 time/3 Elsa/4 had lied/5 to her mother/6.
Båten/1 gled/2 ljudlöst/3 in mellan skären/4 medan fyrens/11 sken/12 svepte/13 över viken/14. | The boat/1 slipped/2 silently/3 in among the skerries/4 while the beam/12 of the lighthouse/11 swept/13 across the bay/14.
Han tände/1 en cigarett/2 och såg/3 ut/3 över den tomma/4 gården/5. | He lit/1 a cigarette/2 and looked/3 out/3 over the empty/4 yard/5.
Barnen/1 sprang/2 barfota/3 genom det daggvåta/4 gräset/5 ner till stranden/11, där fiskarna/12 drog/13 upp/13 sina nät/14. | The children/1 ran/2 barefoot/3 through the dewy/4 grass/5 down to the shore/11, where the fishermen/12 were hauling/13 up/13 their nets/14.
Ingen/1 i byn/2 visste/3 varifrån främlingen/4 hade kommit/5. | No/1 one/1 in the village/2 knew/3 where the stranger/4 had come/5 from.
När klockan/1 slog/2 tolv/3 reste/4 hon sig/4 långsamt/5 från stolen/6. | When the clock/1 struck/2 twelve/3 she rose/4 slowly/5 from her chair/6.
Det var så tyst/1 att man kunde höra/2 snön/3 falla/4. | It was so quiet/1 that you could hear/2 the snow/3 falling/4.
Min farfar/1 talade/2 sällan/3 om kriget/4 men på nätterna/11 kunde vi höra/12 honom ropa/13 i sömnen/14. | My grandfather/1 seldom/3 spoke/2 of the war/4, but at night/11 we could hear/12 him shouting/13 in his sleep/14.
Dörren/1 stod på glänt/3 och en strimma/4 ljus/5 föll/6 över golvet/7. | The door/1 was ajar/3, and a strip/4 of light/5 fell/6 across the floor/7.
Hon tyckte/1 inte/2 om hans leende/3, det var för brett/4. | She didn't/2 like/1 his smile/3; it was too wide/4.
På eftermiddagen/1 började/2 det blåsa/3 upp/3 från sydväst/4. | In the afternoon/1 the wind/3 began/2 to get/3 up/3 from the south-west/4.
Hunden/1 låg/2 under bordet/3 och väntade/4 på smulor/5. | The dog/1 lay/2 under the table/3, waiting/4 for crumbs/5.
Läraren/1 hade en röst/2 som fick/3 oss alla att tystna/4. | The teacher/1 had a voice/2 that made/3 us all fall/4 silent/4.
Han stoppade/1 brevet/2 i fickan/3 utan att läsa/4 det. | He put/1 the letter/2 in his pocket/3 without reading/4 it.
Morgonljuset/1 sipprade/2 in/2 genom de trasiga/3 gardinerna/4 och lade/11 sig/11 över de sovande/12 barnens/13 ansikten/14. | The morning/1 light/1 seeped/2 in/2 through the torn/3 curtains/4 and settled/11 on the faces/14 of the sleeping/12 children/13.
Anna/1 hade slutat/2 räkna/3 dagarna/4, och ingen/11 frågade/12 henne varför. | Anna/1 had stopped/2 counting/3 the days/4, and nobody/11 asked/12 her why.
Skogen/1 tog/2 slut/2 och framför dem låg/3 en blank/4 sjö/5. | The forest/1 came/2 to an end/2, and before them lay/3 a gleaming/4 lake/5.
Hans händer/1 darrade/2 när han skulle knäppa/3 skjortan/4. | His hands/1 shook/2 as he tried to button/3 his shirt/4.
Mormors/1 kök/2 var litet/3, men där fanns/4 alltid/5 plats/6 för en till/7. | Grandma's/1 kitchen/2 was small/3, but there was/4 always/5 room/6 for one more/7.
De gick/1 hem/2 i regnet/3 utan att säga/4 ett ord/5. | They walked/1 home/2 in the rain/3 without saying/4 a word/5.
Kyrkogården/1 låg/2 på en kulle/3 ovanför fiskeläget/4, dit vägen/11 aldrig/12 plogades/13 om vintern/14. | The churchyard/1 lay/2 on a hill/3 above the fishing/4 village/4, where the road/11 was never/12 ploughed/13 in winter/14.
Han hade glömt/1 både hatten/2 och paraplyet/3 på tåget/4. | He had left/1 both his hat/2 and his umbrella/3 on the train/4.
Plötsligt/1 förstod/2 hon vad han hade menat/3 den där kvällen/11 vid ån/12. | Suddenly/1 she understood/2 what he had meant/3 that evening/11 by the stream/12.
Den gamla/1 kvinnan/2 nickade/3, som om hon hade väntat/4 på den frågan/5. | The old/1 woman/2 nodded/3, as if she had been waiting/4 for that question/5.
Luften/1 var tung/2 av åska/3 och myggen/4 bet/5. | The air/1 was heavy/2 with thunder/3, and the mosquitoes/4 were biting/5.
Jag drömde/1 om en stad/2 där alla hus/3 var blå/4. | I dreamt/1 of a city/2 where all the houses/3 were blue/4.
Pojken/1 kastade/2 sten/3 efter stenen/4 i vattnet/5 tills armen/6 värkte/7. | The boy/1 threw/2 stone/3 after stone/4 into the water/5 until his arm/6 ached/7.
Hon bar/1 på en hemlighet/2 som inte/3 ens hennes syster/4 kände/5 till/5. | She carried/1 a secret/2 that not/3 even her sister/4 knew/5 about/5.
Under sommaren/1 växte/2 ogräset/3 högt/4 mellan gravstenarna/5 och ingen/11 orkade/12 längre/13 rensa/14 gångarna/15. | During the summer/1 the weeds/3 grew/2 tall/4 between the gravestones/5, and nobody/11 had the energy/12 any longer/13 to weed/14 the paths/15.
Det knarrade/1 i trappan/2 och någon/3 drog/4 efter/4 andan/4. | The stairs/2 creaked/1, and somebody/3 caught/4 their breath/4.
Fadern/1 var en tystlåten/2 man/3 med grova/4 händer/5. | Her father/1 was a quiet/2 man/3 with rough/4 hands/5.
De hittade/1 nyckeln/2 inlindad/3 i en gulnad/4 tidning/5. | They found/1 the key/2 wrapped/3 in a yellowed/4 newspaper/5.
Jag har aldrig/1 sett/2 så många/3 stjärnor/4 som den natten/5. | I have never/1 seen/2 so many/3 stars/4 as on that night/5.
Vinden/1 slet/2 i seglet/3 och skummet/4 yrde/5 över relingen/6. | The wind/1 tore/2 at the sail/3 and foam/4 flew/5 over the rail/6.
Han lovade/1 sig själv/2 att aldrig/3 mer/4 sätta/5 sin fot/6 där. | He promised/1 himself/2 never/3 to set/5 foot/6 there again/4.
Prästen/1 gäspade/2 och bläddrade/3 vidare/3 i psalmboken/4 medan orgeln/11 brusade/12 genom kyrkan/13. | The vicar/1 yawned/2 and turned/3 another page of the hymn/4 book/4 while the organ/11 roared/12 through the church/13.
En sparv/1 hade byggt/2 bo/3 ovanför ytterdörren/4, och morfar/11 förbjöd/12 oss att använda/13 den. | A sparrow/1 had built/2 its nest/3 above the front/4 door/4, and Grandfather/11 forbade/12 us to use/13 it.
Flickan/1 stirrade/2 på honom med stora/3, mörka/4 ögon/5. | The girl/1 stared/2 at him with big/3, dark/4 eyes/5.
Stugan/1 hade stått/2 tom/3 sedan fiskaren/4 dog/5 och taket/11 hade börjat/12 ge/13 vika/13. | The cottage/1 had stood/2 empty/3 since the fisherman/4 died/5 and the roof/11 had begun/12 to give/13 way/13.
Så småningom/1 vande/2 sig/2 hästen/3 vid bullret/4 från kvarnen/5. | Eventually/1 the horse/3 got/2 used/2 to the noise/4 from the mill/5.
Hon skrattade/1 så att tårarna/2 rann/3 nerför kinderna/11 och hela/12 bordet/13 vände/14 sig/14 om/14. | She laughed/1 until the tears/2 ran/3 down her cheeks/11, and the whole/12 table/13 turned/14 round/14.
Handlaren/1 vägde/2 upp mjölet/3 och sneglade/4 på klockan/5. | The shopkeeper/1 weighed/2 out the flour/3 and glanced/4 at the clock/5.
Karins/1 bror/2 kom/3 tillbaka/4 från Amerika/5 med guldtänder/6. | Karin's/1 brother/2 came/3 back/4 from America/5 with gold/6 teeth/6.
Vi åt/1 middag/2 under tystnad/3 medan mörkret/4 föll/5. | We ate/1 dinner/2 in silence/3 while darkness/4 fell/5.
Muren/1 var täckt/2 av mossa/3 och murgröna/4 och här och där hade stenar/11 lossnat/12 och rullat/13 ner i diket/14. | The wall/1 was covered/2 with moss/3 and ivy/4, and here and there stones/11 had come/12 loose/12 and rolled/13 into the ditch/14.
Han vek/1 ihop/1 kartan/2 och erkände/3 att de hade gått/4 vilse/4. | He folded/1 up/1 the map/2 and admitted/3 that they were lost/4.
Efter begravningen/1 bjöd/2 grannarna/3 på kaffe/4 och smörgåsar/5. | After the funeral/1 the neighbours/3 served/2 coffee/4 and sandwiches/5.
Det fanns/1 inget/2 kvar/3 av rosorna/4 utom några torra/5 stjälkar/6. | There was/1 nothing/2 left/3 of the roses/4 but a few dry/5 stalks/6.
Hon hade en ovana/1 att bita/2 på naglarna/3 när hon var nervös/4. | She had a bad/1 habit/1 of biting/2 her nails/3 when she was nervous/4.
Fönstren/1 var igenspikade/2 och trädgården/3 hade förvildats/4 sedan familjen/11 flyttade/12. | The windows/1 were boarded/2 up/2, and the garden/3 had run/4 wild/4 since the family/11 moved/12.
Någonstans/1 långt/2 borta/2 skällde/3 en hund/4 i natten/11, och en annan svarade/12 från bergen/13. | Somewhere/1 far/2 away/2 a dog/4 was barking/3 in the night/11, and another answered/12 from the mountains/13.
Smeden/1 torkade/2 svetten/3 ur pannan/4 med handens/5 baksida/6. | The blacksmith/1 wiped/2 the sweat/3 from his forehead/4 with the back/6 of his hand/5.
Ljuset/1 fladdrade/2 till och slocknade/3 och vi blev sittande/11 i mörkret/12 utan att röra/13 oss. | The candle/1 flickered/2 once more and went/3 out/3, and we were left/11 sitting/11 in the dark/12 without moving/13.
Ingenting/1 hade förändrats/2, och ändå/3 var allting/4 annorlunda/5. | Nothing/1 had changed/2, and yet/3 everything/4 was different/5.
Hon gav/1 upp/1 försöket/2 att somna/3 och gick/4 upp/4 för att koka/5 te/6. | She gave/1 up/1 trying/2 to fall/3 asleep/3 and got/4 up/4 to make/5 tea/6.
Ekens/1 grenar/2 sträckte/3 sig/3 ända/4 ut över vattnet/5. | The branches/2 of the oak/1 stretched/3 right/4 out over the water/5.
Pälsen/1 hängde/2 kvar/3 i garderoben/4, trots att ägarinnan/5 var död/6. | The fur/1 coat/1 still/3 hung/2 in the wardrobe/4, though its owner/5 was dead/6.
`;

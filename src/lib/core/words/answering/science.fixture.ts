/** Science, in the form that `linked.fixture.ts` describes. Written and linked for this project. */
export const science = `
Jordens/1 atmosfär/2 består/3 till största/4 delen/5 av kväve/6 och syre/7. | The Earth's/1 atmosphere/2 consists/3 mostly/4/5 of nitrogen/6 and oxygen/7.
Ljuset/1 från solen/2 behöver drygt/3 åtta/4 minuter/5 för att nå/6 oss. | Light/1 from the sun/2 takes a little/3 over/3 eight/4 minutes/5 to reach/6 us.
Bakterierna/1 utvecklade/2 snabbt/3 motståndskraft/4 mot läkemedlet/5 som hade använts/11 på sjukhuset/12. | The bacteria/1 quickly/3 developed/2 resistance/4 to the drug/5 that had been used/11 at the hospital/12.
Isbjörnens/1 päls/2 är egentligen/3 inte/4 vit/5 utan genomskinlig/6. | The polar/1 bear's/1 fur/2 is not/4 actually/3 white/5 but transparent/6.
Försöket/1 upprepades/2 tre/3 gånger/4 med samma/5 resultat/6 i ett annat laboratorium/11. | The experiment/1 was repeated/2 three/3 times/4 with the same/5 result/6 in another laboratory/11.
Cellerna/1 delar/2 sig/2 ungefär/3 en gång/4 om dygnet/5 så länge/11 temperaturen/12 är konstant/13. | The cells/1 divide/2 about/3 once/4 a day/5 as long/11 as the temperature/12 is constant/13.
Havsytan/1 stiger/2 när glaciärerna/3 smälter/4 under varma/11 somrar/12. | The sea/1 level/1 rises/2 as the glaciers/3 melt/4 in warm/11 summers/12.
Ett ämnes/1 kokpunkt/2 beror/3 på lufttrycket/4 och sjunker/11 därför/12 på hög/13 höjd/14. | The boiling/2 point/2 of a substance/1 depends/3 on the air/4 pressure/4 and therefore/12 falls/11 at high/13 altitude/14.
Hjärnan/1 förbrukar/2 en femtedel/3 av kroppens/4 energi/5 fast/11 den bara väger/12 drygt/13 ett kilo/14. | The brain/1 consumes/2 a fifth/3 of the body's/4 energy/5 although/11 it weighs/12 just over/13 a kilo/14.
Provet/1 värmdes/2 upp/2 långsamt/3 till niohundra/4 grader/5 och kyldes/11 sedan/12 i flytande/13 kväve/14. | The sample/1 was slowly/3 heated/2 to nine/4 hundred/4 degrees/5 and then/12 cooled/11 in liquid/13 nitrogen/14.
Hypotesen/1 kunde inte/2 bekräftas/3 i en större/4 undersökning/5. | The hypothesis/1 could not/2 be confirmed/3 in a larger/4 study/5.
Fåglarna/1 använder/2 jordens/3 magnetfält/4 för att hitta/5 rätt/6. | Birds/1 use/2 the Earth's/3 magnetic/4 field/4 to find/5 their way/6.
Teleskopet/1 upptäckte/2 vattenånga/3 på en avlägsen/4 planet/5 som kretsar/11 kring en röd/12 dvärgstjärna/13. | The telescope/1 detected/2 water/3 vapour/3 on a distant/4 planet/5 that orbits/11 a red/12 dwarf/13 star/13.
Metallens/1 densitet/2 är ungefär/3 dubbelt/4 så hög som vattnets/6. | The density/2 of the metal/1 is roughly/3 twice/4 that of water/6.
De äldsta/1 fossilen/2 är mer/3 än tre/4 miljarder/5 år/6 gamla/7. | The oldest/1 fossils/2 are more/3 than three/4 billion/5 years/6 old/7.
Växterna/1 omvandlar/2 koldioxid/3 till socker/4 med hjälp/5 av solljus/6. | Plants/1 convert/2 carbon/3 dioxide/3 into sugar/4 with the help/5 of sunlight/6.
Blodtrycket/1 mättes/2 varje morgon/3 under två/4 veckor/5 med en automatisk/11 manschett/12. | Blood/1 pressure/1 was measured/2 every morning/3 for two/4 weeks/5 with an automatic/11 cuff/12.
Skillnaden/1 mellan grupperna/2 var inte/3 statistiskt/4 säkerställd/5 eftersom/11 urvalet/12 var för/13 litet/14. | The difference/1 between the groups/2 was not/3 statistically/4 significant/5 since/11 the sample/12 was too/13 small/14.
Vulkanutbrottet/1 sänkte/2 medeltemperaturen/3 på hela/4 norra/5 halvklotet/6 med en halv/11 grad/12. | The volcanic/1 eruption/1 lowered/2 the average/3 temperature/3 across the whole/4 northern/5 hemisphere/6 by half/11 a degree/12.
Vaccinet/1 ger/2 ett gott/3 skydd/4 även mot nya/5 varianter/6. | The vaccine/1 also gives/2 good/3 protection/4 against new/5 variants/6.
Myrorna/1 samarbetar/2 för att bära/3 hem/4 större/5 byten/6. | The ants/1 cooperate/2 to carry/3 larger/5 prey/6 home/4.
Arten/1 är utrotningshotad/2 och förekommer/3 bara på en ö/4. | The species/1 is endangered/2 and occurs/3 on only one island/4.
Rymdsonden/1 tog/2 bilder/3 av kometens/4 kärna/5 från bara några hundra/11 kilometers/12 håll. | The space/1 probe/1 took/2 pictures/3 of the comet's/4 nucleus/5 from only a few hundred/11 kilometres/12 away.
Strålningen/1 avtar/2 med kvadraten/3 på avståndet/4 mellan källan/11 och detektorn/12. | The radiation/1 decreases/2 with the square/3 of the distance/4 between the source/11 and the detector/12.
Genen/1 kodar/2 för ett protein/3 som styr/4 dygnsrytmen/5. | The gene/1 codes/2 for a protein/3 that controls/4 the circadian/5 rhythm/5.
Deltagarna/1 fick/2 sova/3 högst/4 fyra/5 timmar/6 per natt/7. | The participants/1 were allowed/2 to sleep/3 at/4 most/4 four/5 hours/6 a night/7.
Det saknas/1 fortfarande/2 en tillfredsställande/3 förklaring/4 till fenomenet/5. | A satisfactory/3 explanation/4 of the phenomenon/5 is still/2 lacking/1.
Kvicksilver/1 är den enda/2 metall/3 som är flytande/4 vid rumstemperatur/5. | Mercury/1 is the only/2 metal/3 that is liquid/4 at room/5 temperature/5.
Människans/1 förfäder/2 började/3 gå/4 upprätt/5 långt/6 innan hjärnan/7 växte/8. | Our human/1 ancestors/2 began/3 to walk/4 upright/5 long/6 before the brain/7 grew/8.
Beräkningen/1 bygger/2 på antagandet/3 att friktionen/4 kan försummas/5. | The calculation/1 is based/2 on the assumption/3 that friction/4 can be neglected/5.
Valarna/1 kommunicerar/2 med låga/3 ljud/4 som bär/5 flera/6 mil/7. | Whales/1 communicate/2 with low/3 sounds/4 that carry/5 for many/6 miles/7.
Undersökningen/1 omfattade/2 drygt/3 tusen/4 gymnasieelever/5 i Finland/6 och Estland/11 som fyllde/12 i/12 en enkät/13. | The survey/1 covered/2 just/3 over/3 a thousand/4 upper-secondary/5 pupils/5 in Finland/6 and Estonia/11 who filled/12 in/12 a questionnaire/13.
Trädens/1 årsringar/2 avslöjar/3 hur klimatet/4 har växlat/5 under århundraden/6. | The trees/1' annual/2 rings/2 reveal/3 how the climate/4 has varied/5 over the centuries/6.
Ju varmare/1 luften/2 är, desto mer/3 fukt/4 kan den hålla/5. | The warmer/1 the air/2, the more/3 moisture/4 it can hold/5.
En elektron/1 har negativ/2 laddning/3 och mycket/4 liten/5 massa/6. | An electron/1 has a negative/2 charge/3 and a very/4 small/5 mass/6.
Jordbävningar/1 uppstår/2 när spänningar/3 i berggrunden/4 utlöses/5 längs sprickor/11 på stort/12 djup/13. | Earthquakes/1 occur/2 when stresses/3 in the bedrock/4 are released/5 along fractures/11 at great/12 depth/13.
Sjukdomen/1 smittar/2 inte/3 mellan människor/4 utan överförs/5 av fästingar/6. | The disease/1 is not/3 contagious/2 between humans/4 but is transmitted/5 by ticks/6.
Läkemedlets/1 biverkningar/2 visade/3 sig/3 vara milda/4 och upphörde/11 inom/12 ett dygn/13. | The side/2 effects/2 of the drug/1 turned/3 out/3 to be mild/4 and ceased/11 within/12 a day/13.
Nobelpriset/1 i fysik/2 delades/3 mellan tre/4 amerikaner/5 för deras upptäckt/11 av supraledande/12 material/13. | The Nobel/1 Prize/1 in Physics/2 was shared/3 by three/4 Americans/5 for their discovery/11 of superconducting/12 materials/13.
Mätinstrumentet/1 slutade/2 fungera/3 på tvåtusen/4 meters/5 djup/6 där trycket/11 blev för/12 högt/13. | The instrument/1 stopped/2 working/3 at a depth/6 of two/4 thousand/4 metres/5 where the pressure/11 became too/12 high/13.
Algerna/1 bildar/2 ett tjockt/3 täcke/4 på sjöns/5 yta/6. | The algae/1 form/2 a thick/3 blanket/4 on the surface/6 of the lake/5.
Man antar/1 att universum/2 utvidgas/3 allt/4 snabbare/4 på grund av en okänd/11 energi/12. | The universe/2 is assumed/1 to be expanding/3 at an ever faster/4 rate because of an unknown/11 energy/12.
Kopparledningen/1 byttes/2 ut/2 mot en fiberkabel/3 förra/11 året/12. | The copper/1 wire/1 was replaced/2 with a fibre/3 cable/3 last/11 year/12.
Datorn/1 lärde/2 sig/2 att känna/3 igen/3 ansikten/4 efter några tusen/5 exempel/6. | The computer/1 learnt/2 to recognise/3 faces/4 after a few thousand/5 examples/6.
Modellen/1 tar/2 inte/3 hänsyn/2 till molnens/4 inverkan/5 och ger/11 därför/12 osäkra/13 prognoser/14. | The model/1 does not/3 take/2 account/2 of the effect/5 of clouds/4 and therefore/12 gives/11 uncertain/13 forecasts/14.
Saltet/1 löses/2 upp/2 fullständigt/3 i varmt/4 vatten/5 men bildar/11 kristaller/12 när lösningen/13 svalnar/14. | The salt/1 dissolves/2 completely/3 in hot/4 water/5 but forms/11 crystals/12 when the solution/13 cools/14.
Hos patienter/1 med diabetes/2 läker/3 sår/4 långsammare/5 än hos friska/11 personer/12. | In patients/1 with diabetes/2, wounds/4 heal/3 more slowly/5 than in healthy/11 people/12.
Spindelns/1 nät/2 är starkare/3 än ståltråd/4 av samma/5 tjocklek/6. | The spider's/1 web/2 is stronger/3 than steel/4 wire/4 of the same/5 thickness/6.
Resultaten/1 tyder/2 på att motion/3 fördröjer/4 åldrandet/5 hos äldre/11 vuxna/12. | The results/1 suggest/2 that exercise/3 delays/4 ageing/5 in older/11 adults/12.
Ekvationen/1 har oändligt/2 många/3 lösningar/4, vilket vi strax/11 ska bevisa/12. | The equation/1 has infinitely/2 many/3 solutions/4, as we shall shortly/11 prove/12.
Meteoriten/1 slog/2 ner/2 i en öde/3 del/4 av Sibirien/5. | The meteorite/1 struck/2 in a desolate/3 part/4 of Siberia/5.
Försöksdjuren/1 delades/2 in/2 i fyra/3 lika/4 stora/5 grupper/6. | The laboratory/1 animals/1 were divided/2 into four/3 groups/6 of equal/4 size/5.
Lavarna/1 är känsliga/2 för luftföroreningar/3, även vid låga/11 halter/12. | Lichens/1 are sensitive/2 to air/3 pollution/3, even at low/11 levels/12.
Forskarlaget/1 undersökte/2 DNA/3 från mammutar/4 som frusit/5 in/5 i tundran/6. | The research/1 team/1 examined/2 DNA/3 from mammoths/4 frozen/5 in the tundra/6.
Månens/1 dragningskraft/2 orsakar/3 ebb/4 och flod/5 i alla världens/11 hav/12. | The pull/2 of the moon/1 causes/3 the ebb/4 and flow/5 of the tides in all the world's/11 seas/12.
Kemisterna/1 framställde/2 ett helt/3 nytt/4 material/5 av grafen/6. | The chemists/1 produced/2 an entirely/3 new/4 material/5 from graphene/6.
Vindkraftverken/1 påverkar/2 fladdermössens/3 flyttvägar/4 framför allt/11 under hösten/12. | Wind/1 turbines/1 affect/2 the migration/4 routes/4 of bats/3 above/11 all/11 in autumn/12.
Tvillingstudier/1 visar/2 att arvet/3 spelar/4 stor/5 roll/6 för längden/7. | Twin/1 studies/1 show/2 that heredity/3 plays/4 a large/5 part/6 in height/7.
Ozonskiktet/1 håller på att återhämta/3 sig/3 sedan utsläppen/4 minskade/5. | The ozone/1 layer/1 is recovering/3 now that emissions/4 have fallen/5.
Mineralet/1 sönderfaller/2 under inverkan/3 av syra/4 och lämnar/11 efter sig en vit/12 fällning/13. | The mineral/1 breaks/2 down/2 under the action/3 of acid/4 and leaves/11 behind a white/12 precipitate/13.
`;

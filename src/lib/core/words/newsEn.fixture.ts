/**
 * Sixty English sentences in the manner of news, on varied subjects; written for this project. The
 * words that look-up lacked were added to the lexicon: it knew 936 of the 939 before.
 */
export const newsEn = `
The government announced on Thursday that it would invest heavily in new railway lines across the north.
Opposition leaders dismissed the plan as too little, too late, and questioned how it would be funded.
Police are appealing for witnesses after a cyclist was seriously injured in a hit-and-run on Sunday evening.
A man in his forties has been arrested on suspicion of arson and remains in custody.
Firefighters worked through the night to bring the blaze under control, but the warehouse was completely destroyed.
The central bank left interest rates unchanged, saying that inflation was falling more slowly than it had hoped.
Shares tumbled after the company warned that its annual profits would be well below expectations.
Unemployment rose slightly in the three months to April, while wages grew at their fastest pace in a decade.
House prices are expected to keep climbing, putting ownership out of reach for many younger families.
Researchers have developed a blood test that could detect the disease years before any symptoms appear.
The findings, published in a medical journal, still need to be confirmed in larger trials.
Hospitals are struggling to cope with a surge in patients suffering from flu and other winter illnesses.
Nurses voted overwhelmingly to go on strike unless ministers agree to reopen talks over pay.
A shortage of teachers means that some schools are having to merge classes or drop subjects altogether.
Pupils will no longer be allowed to use their mobile phones during lessons, the education secretary said.
The university has apologised for the way it handled complaints about bullying in one of its departments.
She scored twice in the second half as the visitors came from behind to win a thrilling match.
The goalkeeper was sent off for a reckless tackle, leaving his team with ten men for most of the game.
After years of injuries, the former world champion has decided to retire from professional tennis.
Thousands of fans lined the streets to welcome the players home with the trophy.
The film tells the story of two brothers who are separated as children and meet again by chance.
Her latest novel, set in a fishing village in the sixties, has been translated into twenty languages.
The museum was forced to close its doors when thieves broke in and stole several priceless paintings.
The singer cancelled the remaining concerts of her tour because of a throat infection.
Tens of thousands of demonstrators marched through the capital demanding fresh elections.
Security forces fired tear gas and rubber bullets to disperse the crowd, witnesses said.
The president denied any wrongdoing and accused his rivals of spreading lies.
Peace talks collapsed when the two sides failed to agree on the terms of a ceasefire.
More than a million people have fled their homes since the fighting broke out last spring.
The ambassador was summoned to the foreign ministry to explain the remarks.
European leaders agreed late last night to impose tougher sanctions on the regime.
Border guards found the migrants hidden in the back of a refrigerated lorry.
Aid agencies warn that food supplies will run out within weeks unless the roads are reopened.
A court in The Hague sentenced the former general to life imprisonment for crimes against humanity.
The jury took less than three hours to find her guilty of fraud and false accounting.
He pleaded not guilty to all charges and was released on bail until the trial begins in June.
The supreme court refused to hear the appeal, which means that the earlier ruling stands.
The carmaker plans to cut four thousand jobs and shift production to its plants in eastern Europe.
Workers at the shipyard walked out in protest against the proposed changes to their pensions.
The chain is shutting fifty shops, blaming rising rents and the growth of online shopping.
Farmers fear that a poor harvest will push up the price of bread, milk and vegetables.
Sea ice in the Arctic has shrunk to the lowest level ever recorded, according to scientists.
Glaciers are melting faster than predicted, threatening the water supply of entire regions.
The drought has dried up rivers and turned once fertile fields into dust.
Wolves have returned to the valley for the first time in more than a century.
The storm uprooted trees, tore off roofs and left large parts of the coast without electricity.
Residents were told to stay indoors and avoid unnecessary travel until the flood waters recede.
Engineers closed the bridge to traffic after discovering cracks in one of its pillars.
Trains between the two cities were delayed for hours because of a faulty signal.
The new airport terminal will cost twice as much as planned and open at least two years behind schedule.
Hackers claimed responsibility for the attack that crippled the council’s computer systems.
The regulator fined the firm for collecting personal data from children without their parents’ consent.
Most young people now get their news from social media rather than from newspapers or television.
Archaeologists digging beneath the cathedral have unearthed the remains of a medieval chapel.
The bishop urged his followers to show compassion towards those who had lost everything.
Astronomers have spotted a faint object at the edge of the solar system that may be a dwarf planet.
The spacecraft is due to land on the surface of the moon early next week, weather permitting.
She grew up on a farm in Wales and dreamed of becoming a pilot even as a small child.
Neighbours described him as a quiet, polite man who mostly kept himself to himself.
Don’t expect the dispute to be settled soon: neither side shows any sign of backing down.
`
	.trim()
	.split('\n');

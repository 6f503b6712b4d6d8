/** English forms, each with its lemma where no sentence decides; written for this project by hand. */
import { pairs } from '../pairs.fixture';

export const englishForms = pairs(`
	houses house, cities city, children child, women woman, men man, feet foot, teeth tooth, mice mouse,
	lives life, knives knife, wolves wolf, crises crisis, phenomena phenomenon, criteria criterion,
	went go, gone go, goes go, was be, were be, been be, is be, has have, had have, did do, does do, done do,
	said say, says say, made make, took take, taken take, came come, saw see, seen see, knew know,
	known know, thought think, got get, gave give, given give, found find, told tell, felt feel,
	left leave, kept keep, began begin, begun begin, wrote write, written write, stood stand, heard hear,
	let let, meant mean, set set, met meet, ran run, paid pay, sat sit, spoke speak, spoken speak, lay lie,
	led lead, grew grow, grown grow, lost lose, fell fall, fallen fall, sent send, built build,
	understood understand, drew draw, drawn draw, broke break, broken break, spent spend, rose rise,
	risen rise, drove drive, driven drive, bought buy, wore wear, chose choose, chosen choose, ate eat,
	eaten eat, flew fly, flown fly, threw throw, thrown throw, caught catch, taught teach, fought fight,
	sought seek, sold sell, won win, struck strike, stole steal, stolen steal, tore tear, sank sink,
	sang sing, swam swim, drank drink, shook shake, shaken shake, forgot forget, forgave forgive,
	hid hide, hidden hide, froze freeze, frozen freeze, swore swear, woke wake, bitten bite, blew blow,
	shot shoot, fled flee, bred breed, bled bleed, dug dig, hung hang, stuck stick, swung swing,
	stopped stop, planning plan, making make, dying die, lying lie, tried try, carries carry,
	hoped hope, hoping hope, putting put, getting get, becoming become, travelled travel, traveled travel,
	organized organise, colors colour, centers centre, defenses defence, analyzed analyse,
	bigger big, biggest big, happier happy, better good, best good, worse bad, worst bad, easiest easy,
	faster fast, earlier early, larger large, lowest low, prices price, shares share, nurses nurse,
	workers worker, companies company, churches church, heroes hero, governments government,
	government's government, don't do, doesn't do, can't can, won't will, isn't be, couldn't can
`);

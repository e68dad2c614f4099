/**
 * What the words of an end status mean. RoutiGo documents only `DELIVERED`
 * (docs/vendors.md#routigo-end-statuses); these are plain words of English, Dutch and German, without
 * accents. Of several that fit at one place the longest counts.
 */
export type Meaning =
	/** Turns what follows into its contrary. */
	| 'negation'
	/** The recipient was not there, which does not rule out that somebody else took it. */
	| 'absent'
	| 'failed'
	| 'cancelled'
	| 'returned'
	| 'onHold'
	| 'partial'
	/** All of it, which counts only behind a negation. */
	| 'whole'
	| 'delivered'
	/** The noun, which alone says nothing of how it went. */
	| 'delivery'
	| 'received'
	| 'pickedUp'
	| 'done'
	/** Where or with whom somebody leaves a delivery. */
	| 'handover'
	/** The one for whom the delivery is. */
	| 'recipient'
	/** What may be closed. */
	| 'premises'
	/** What keeps somebody from delivering there. */
	| 'closed'
	/** A place or a person of the carrier's, or the sender. */
	| 'carrier'
	/** What is still to come. */
	| 'later'
	/** What goes wrong with a delivery that was made, or is not known to be one. */
	| 'wrong'
	/** Words that change nothing. */
	| 'filler';

const TEXTS: Readonly<Record<Meaning, string>> = {
	negation: `
		not, non, no, never, niet, geen, nooit, nicht, kein, keine, keinen, nie, could not,
		cannot, can not, unable to, kon niet, konnte nicht
	`,
	absent: `
		not home, not at home, not in, nothome, notathome, nobody home, nobody at home,
		nobody there, nobody in, nobody present, nobody, no one home, no one at home,
		no one there, no one, noone, not present, not there, not available, unavailable,
		absent, absence, away, recipient away, niet thuis, niemand thuis, niemand aanwezig,
		niemand, niet aanwezig, afwezig, afwezigheid, nicht zu hause, nicht zuhause,
		nicht daheim, nicht da, nicht anwesend, nicht angetroffen, niemand da,
		niemand zuhause, niemand zu hause, niemand anwesend, niemand angetroffen, abwesend
	`,
	failed: `
		failed, fail, failure, unsuccessful, unsuccessfully, undelivered, undeliverable,
		notdelivered, nondelivered, nondelivery, uncollected, unable, impossible,
		not possible, refused, refusal, rejected, rejection, declined, denied, missed,
		skipped, attempted, aborted, lost, missing, stolen, damaged, damage, broken,
		inaccessible, unreachable, not accessible, not reached, not reachable, not found,
		not accepted, no access, no entry, no answer, no response, no reply, no show, noshow,
		no recipient, no receiver, no customer, no space, no room, wrong address,
		incorrect address, invalid address, bad address, unknown address, incomplete address,
		address incorrect, address wrong, address unknown, address incomplete,
		address invalid, unknown recipient, recipient unknown, card left, left card,
		left a card, note left, left note, left a note, notice left, left notice,
		left a notice, message left, left message, left a message, mislukt, gefaald,
		geweigerd, weigering, afgewezen, onbestelbaar, onbezorgd, onbezorgbaar, niet mogelijk,
		onmogelijk, gemist, overgeslagen, afgebroken, verloren, kwijt, vermist, gestolen,
		beschadigd, onbereikbaar, niet bereikbaar, niet gevonden, onvindbaar, geen gehoor,
		geen toegang, geen antwoord, geen ontvanger, onbekend adres, adres onbekend,
		verkeerd adres, fout adres, onjuist adres, adres onjuist, adres fout,
		kaartje achtergelaten, kaart achtergelaten, fehlgeschlagen, gescheitert, misslungen,
		erfolglos, verweigert, verweigerung, annahmeverweigerung, abgelehnt, unzustellbar,
		nicht moglich, nicht moeglich, unmoglich, unmoeglich, verpasst, ubersprungen,
		uebersprungen, abgebrochen, verlorengegangen, beschadigt, beschaedigt, gestohlen,
		unerreichbar, nicht erreichbar, nicht erreicht, nicht gefunden, unauffindbar,
		kein zugang, kein zutritt, keine antwort, kein empfanger, kein empfaenger,
		falsche adresse, adresse falsch, adresse unbekannt, unbekannte adresse,
		empfanger unbekannt, empfaenger unbekannt, karte hinterlassen,
		benachrichtigung hinterlassen, not able, niet in staat
	`,
	cancelled: `
		cancelled, canceled, cancel, cancellation, cancelation, geannuleerd, annulering,
		storniert, stornierung, abgesagt
	`,
	returned: `
		returned, return, sent back, brought back, taken back, rts, retour, geretourneerd,
		teruggestuurd, teruggebracht, retourniert, zuruckgesendet, zurueckgesendet,
		zuruckgeschickt, zurueckgeschickt, zuruckgebracht, zurueckgebracht, rucksendung,
		ruecksendung, back to, terug naar, terug bij, zuruck an, zuruck zum, zuruck zur,
		zuruck ins, zurueck an, zurueck zum, zurueck zur, zurueck ins
	`,
	onHold: 'on hold, onhold, in de wacht',
	partial: `
		partial, partially, partly, part, gedeeltelijk, deels, teilweise, teils,
		incomplete delivery, delivered incomplete, delivered incompletely,
		incompletely delivered, onvolledig bezorgd, onvolledig geleverd, onvolledige levering,
		unvollstandig zugestellt, unvollstaendig zugestellt, unvollstandig geliefert,
		unvollstaendig geliefert
	`,
	whole: `
		fully, completely, entirely, wholly, volledig, helemaal, geheel, vollstandig,
		vollstaendig, komplett, ganz
	`,
	delivered: `
		delivered, handed over, handed out, handed to, given to, dropped off, droppedoff,
		drop off, left at, left with, left in, left on, left by, left behind, left under,
		left outside, left next, left near, left safe, placed in, placed at, placed on,
		put in, put at, put through, deposited, bezorgd, afgeleverd, geleverd, uitgeleverd,
		afgegeven, overhandigd, achtergelaten, afgezet, neergezet, neergelegd, zugestellt,
		ausgeliefert, geliefert, abgeliefert, angeliefert, ubergeben, uebergeben, abgegeben,
		ausgehandigt, ausgehaendigt, abgestellt, abgelegt, hinterlegt, deponiert, eingeworfen,
		full delivery, dropped at, dropped in, dropped with, geplaatst in, geplaatst bij,
		gelegd in, gelegd bij, einwurf
	`,
	delivery: `
		delivery, deliveries, bezorging, levering, aflevering, zustellung, lieferung,
		auslieferung, ablieferung, ubergabe, uebergabe, overhandiging, deliver, bezorgen,
		leveren, afleveren, zustellen, liefern, ausliefern, deliverable, bezorgbaar,
		zustellbar
	`,
	received: `
		received, accepted, ontvangen, aangenomen, erhalten, empfangen, angenommen,
		entgegengenommen, taken, taken in, taken to, brought to, gebracht, gebracht naar,
		weggebracht
	`,
	pickedUp: `
		picked up, pickedup, pickup, pick up, collected, collection, loaded, opgehaald,
		afgehaald, ingeladen, geladen, abgeholt, abholung, verladen, eingeladen
	`,
	done: `
		done, complete, completed, finished, success, successful, succeeded, ok, okay,
		fulfilled, signed, signed for, getekend, ondertekend, unterschrieben, quittiert,
		afgerond, voltooid, geslaagd, gelukt, klaar, gereed, afgehandeld, erledigt,
		abgeschlossen, erfolgreich, fertig, beendet, gedaan
	`,
	handover: `
		neighbour, neighbours, neighbor, neighbors, neighbourhood, neighborhood, buren, buur,
		buurman, buurvrouw, nachbar, nachbarn, nachbarin, nachbarschaft, mailbox, mail box,
		letterbox, letter box, postbox, post box, mail slot, letter slot, mailslot,
		brievenbus, briefkasten, locker, lockers, parcel locker, parcelbox, parcel box, kluis,
		kluisje, pakketkluis, pakketautomaat, packstation, paketbox, schliessfach, safe place,
		safeplace, safe location, safe spot, agreed place, agreed location, veilige plek,
		veilige plaats, afgesproken plek, afgesproken plaats, ablageort, abstellort,
		wunschort, vereinbarter ort, abstellgenehmigung, garage, shed, schuur, carport, porch,
		doorstep, door, front door, back door, voordeur, achterdeur, haustur, haustuer, tuin,
		garden, garten, garden house, tuinhuis, terrace, terras, terrasse, balcony, balkon,
		reception, receptionist, receptie, rezeption, front desk, frontdesk, desk, balie,
		empfang, concierge, portier, porter, pfortner, pfoertner, doorman, hausmeister,
		huismeester, caretaker, janitor, security, beveiliging, mailroom, mail room,
		postkamer, poststelle, parcel shop, parcelshop, pakketpunt, paketshop, pick up point,
		pickup point, collection point, service point, servicepoint, servicepunt, afhaalpunt,
		abholpunt, abholstation, post office, postoffice, postkantoor, postfiliale, housemate,
		housemates, flatmate, roommate, huisgenoot, huisgenoten, mitbewohner, household,
		household member, family, family member, familie, familielid, spouse, relative,
		colleague, colleagues, collega, kollege, kollegin, contactless, contact free,
		in person, personally, persoonlijk, personlich, persoenlich, third party,
		someone else, somebody else, other person, next door
	`,
	recipient: `
		recipient, receiver, consignee, addressee, customer, client, consumer, resident,
		occupant, ontvanger, klant, bewoner, empfanger, empfaenger, kunde, kunden, bewohner
	`,
	premises: `
		business, company, shop, store, office, building, gate, entrance, location, address,
		site, winkel, bedrijf, kantoor, gebouw, poort, adres, geschaft, geschaeft, firma,
		buro, buero, gebaude, gebaeude, tor, adresse
	`,
	closed: `
		closed, full, locked, too small, occupied, gesloten, dicht, vol, te klein, op slot,
		geschlossen, voll, zu klein, verschlossen
	`,
	carrier: `
		depot, warehouse, hub, terminal, sorting, magazijn, lager, driver, courier, carrier,
		chauffeur, bezorger, fahrer, bote, sender, shipper, consignor, afzender, absender,
		dispatcher, planner, supplier
	`,
	later: `
		to be, will, will be, shall, being, be, is being, later, again, tomorrow, next,
		pending, expected, ready, rescheduled, postponed, delayed, redelivery, redeliver, zal,
		worden, wordt, opnieuw, morgen, uitgesteld, wird, werden, soll, erneut, nochmal,
		spater, spaeter, verschoben
	`,
	wrong: `
		wrong, wrongly, incorrect, incorrectly, verkeerd, fout, falsch, misdelivered, parts,
		almost, back, terug, zuruck, zurueck
	`,
	filler: `
		at, in, on, to, by, with, of, for, from, over, into, inside, outside, under, behind,
		near, via, through, the, a, an, and, is, was, has, have, had, been, were, it, own,
		his, her, their, order, parcel, parcels, package, packages, shipment, shipments, item,
		goods, box, boxes, successfully, safely, status, end, remark, remarks, comment,
		comments, note, notes, signature, photo, without signature, no signature, not signed,
		without contact, no contact, no remarks, no damage, no problem, no problems, bij, de,
		het, een, van, met, aan, naar, te, zonder handtekening, werd, pakket, pakketje,
		zending, bestelling, goederen, opmerking, opmerkingen, handtekening, succesvol, der,
		die, das, dem, den, des, bei, beim, im, am, auf, mit, von, vom, zum, zur, durch, und,
		ein, einem, einer, ist, wurde, hat, paket, sendung, bestellung, ware, waren, hinweis,
		ohne unterschrift, unterschrift, yet, nog, noch, at no, items
	`,
};

/** Every word or group of words that means something, by its words with one blank between them. */
export const MEANINGS: ReadonlyMap<string, Meaning> = new Map(
	(Object.entries(TEXTS) as Array<[Meaning, string]>).flatMap(([meaning, texts]) =>
		texts.split(',').map((text) => [text.trim(), meaning] as const),
	),
);

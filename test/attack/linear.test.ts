import { idGiven } from '../../nodes/ReadyCloud/event/urlIds';
import { isOwn } from '../../nodes/ReadyCloud/trigger/registration';
import { additionIn } from '../../nodes/Routigo/operations/order/addition';
import { splitAddress } from '../../nodes/Routigo/operations/order/splitAddress';
import { nameInHeader, safeFileName, typeByName } from '../../nodes/shared/api/fileType';
import { vendorText } from '../../nodes/shared/api/vendorText';
import { secondsOfDay } from '../../nodes/shared/basic/clockTimes';
import { hiddenIn, pastedOrNull } from '../../nodes/shared/basic/pasted';
import { readTime } from '../../nodes/shared/basic/times';
import { coordinatesOf } from '../../nodes/shared/basic/values';
import { addressLine, oneLine } from '../../nodes/shared/event/oneLine';
import { windowOn } from '../../nodes/shared/event/windows';
import { matchesWildcard } from '../../nodes/shared/trigger/eventFilters';
import { detrack } from '../cases/detrack';
import { radaro } from '../cases/radaro';
import { readycloud } from '../cases/readycloud';
import { routigo } from '../cases/routigo';
import { LONG_TEXTS } from './texts';

/**
 * Milliseconds. What is linear needs a few, on a busy machine some hundreds; what walks a text again
 * from each of its characters needs half a minute for the length below.
 */
const FAR_ABOVE_NOISE = 10_000;
const LENGTH = 300_000;

const READERS: Record<string, (text: string) => unknown> = {
	matchesWildcard: (text) => matchesWildcard(text, `*${text.slice(0, text.length / 2)}b`),
	splitAddress,
	additionIn,
	pastedOrNull,
	hiddenIn,
	safeFileName,
	nameInHeader,
	typeByName,
	vendorText,
	readTime,
	secondsOfDay,
	windowOn: (text) => windowOn('2026-03-03', text),
	coordinatesOf,
	oneLine,
	addressLine,
	idGiven: (text) => idGiven(text, 'orders'),
	isOwn: (text) =>
		isOwn('https://n8n.example/webhook/a', `https://n8n.example/${text}?entity=orders`),
};

describe.each(Object.entries(READERS))('%s', (_name, read) => {
	it.each(Object.entries(LONG_TEXTS))('reads many %s in one walk', (_kind, textOf) => {
		const text = textOf(LENGTH);
		const start = performance.now();
		read(text);
		expect(performance.now() - start).toBeLessThan(FAR_ABOVE_NOISE);
	});
});

type Place = Array<string | number>;

/** Where the texts and numbers stand in a body. */
function placesIn(value: unknown, place: Place = []): Place[] {
	if (typeof value !== 'object' || value === null) return [place];
	return Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...place, key]));
}

function withText(body: unknown, [key, ...rest]: Place, text: string): unknown {
	if (key === undefined) return text;
	const copy = structuredClone(body) as Record<string | number, unknown>;
	copy[key] = withText(copy[key], rest, text);
	return copy;
}

describe.each([detrack, radaro, readycloud, routigo])('$slug', ({ triggers, call }) => {
	it.each(Object.entries(LONG_TEXTS))(
		'reads many %s anywhere in one walk',
		async (_kind, textOf) => {
			const [first] = triggers;
			if (first === undefined) throw new Error('There is no case.');
			const text = textOf(LENGTH / 10);
			for (const place of placesIn(first.call.body)) {
				const start = performance.now();
				await call({ ...first.call, body: withText(first.call.body, place, text) });
				expect(performance.now() - start).toBeLessThan(FAR_ABOVE_NOISE);
			}
		},
	);
});

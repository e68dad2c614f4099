import { receivedFrom } from '../../../../nodes/shared/trigger/bodyLimits';

const EXPECTED = 'Parcel Post sends objects.';

/** What is read of members, and how many of them something was built of. */
function read(members: Iterable<unknown>) {
	let built = 0;
	const reading = receivedFrom(members, EXPECTED, (original) => {
		built++;
		return Object.keys(original).length === 0 ? null : { payload: original, original };
	});
	return { reading, built };
}

const many = (count: number, value: unknown) => Array.from({ length: count }, () => value);

/** An object with so many objects or lists inside each other, itself the first. */
function nested(levels: number, wrap: (inner: unknown) => unknown): Record<string, unknown> {
	let inner: unknown = 'deep';
	for (let level = 1; level < levels; level++) inner = wrap(inner);
	return { inner };
}

const inObject = (inner: unknown) => ({ inner });
const inList = (inner: unknown) => [inner];

it('gives an event for each member, and none for one that is no event', () => {
	const members = [{ id: 1 }, {}, { id: 2 }];
	expect(read(members).reading).toEqual({
		received: [
			{ payload: { id: 1 }, original: { id: 1 } },
			{ payload: { id: 2 }, original: { id: 2 } },
		],
	});
});

it.each([[null], [undefined], ['text'], [7], [[{}]]])(
	'says what was expected instead of %j',
	(member) => {
		expect(read([{ id: 1 }, member]).reading).toEqual({ expected: EXPECTED });
	},
);

it.each<[string, unknown[]]>([
	['1,000 members', many(1000, { id: 1 })],
	['200,000 values in one', [{ list: many(199_998, 1) }]],
	['200,000 values in several', many(4, { list: many(49_998, 1) })],
	['texts of 5,000,000 characters', [{ text: 'x'.repeat(4_999_996) }]],
	['100 objects inside each other', [nested(100, inObject)]],
	['99 lists inside each other', [nested(100, inList)]],
])('takes %s', (_what, members) => {
	expect(read(members).reading).toMatchObject({ received: { length: members.length } });
});

const EVENTS = 'one call may bring at most 1,000 events.';
const VALUES = 'one call may hold at most 200,000 values.';
const CHARACTERS = 'one call may hold texts of at most 5,000,000 characters.';
const LEVELS = 'one call may hold at most 100 objects inside each other.';

it.each<[string, unknown[], string, number]>([
	['1,001 members', many(1001, { id: 1 }), EVENTS, 1000],
	['100,000 members', many(100_000, { id: 1 }), EVENTS, 1000],
	['1,001 members that are no events', many(1001, {}), EVENTS, 1000],
	['200,001 values in one list', [{ list: many(199_999, 1) }], VALUES, 0],
	['200,001 keys', [Object.fromEntries(many(200_001, 1).map((_, at) => [at, at]))], VALUES, 0],
	['200,001 values in several members', many(5, { list: many(40_000, {}) }), VALUES, 4],
	['member beyond 200,000 values', [{ list: many(199_998, 1) }, nested(101, inObject)], VALUES, 1],
	['a long text', [{ text: 'x'.repeat(4_999_997) }], CHARACTERS, 0],
	['a long text among texts', [{ texts: ['x'.repeat(5_000_000)] }], CHARACTERS, 0],
	['a long name', [{ ['x'.repeat(5_000_001)]: 1 }], CHARACTERS, 0],
	['long texts in several members', many(3, { text: 'x'.repeat(2_499_990) }), CHARACTERS, 2],
	['a long text for an object', ['x'.repeat(5_000_001)], CHARACTERS, 0],
	['101 objects inside each other', [nested(101, inObject)], LEVELS, 0],
	['10,000 objects inside each other', [nested(10_000, inObject)], LEVELS, 0],
	['10,000 lists inside each other', [nested(10_000, inList)], LEVELS, 0],
	['10,000 lists for an object', [nested(10_000, inList).inner], LEVELS, 0],
])('takes no %s, and builds nothing beyond', (_what, members, expected, built) => {
	expect(read(members)).toEqual({ reading: { expected, isTooLarge: true }, built });
});

it('asks for no more members than it takes', () => {
	let asked = 0;
	function* endless(): Generator {
		for (;;) yield { id: asked++ };
	}
	expect(read(endless()).reading).toEqual({ expected: EVENTS, isTooLarge: true });
	expect(asked).toBe(1001);
});

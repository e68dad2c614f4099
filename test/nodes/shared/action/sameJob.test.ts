import { isSameJob } from '../../../../nodes/shared/action/sameJob';

const sent = { contact: 'Tom Okafor', since: Date.parse('2026-03-03T10:00:00Z') };

it.each<[string, boolean]>([
	['2026-03-03T10:00:05Z', true],
	['2026-03-03T10:00:00Z', true],
	['2026-03-03T09:50:00Z', true],
	['2026-03-03T09:49:59Z', false],
	['2026-02-03T10:00:00Z', false],
	['2026-03-03T11:55:00+02:00', true],
	['2026-03-03T11:45:00+02:00', false],
])('of a job sent at 10:00 UTC, one created at %s is the same: %p', (createdAt, expected) => {
	expect(isSameJob({ contact: 'Tom Okafor', createdAt }, sent)).toBe(expected);
});

it.each([undefined, null, '', 'yesterday', 1772532000000])(
	'does not hold %p against a job as its time',
	(createdAt) => {
		expect(isSameJob({ contact: 'Tom Okafor', createdAt }, sent)).toBe(true);
	},
);

it.each<[unknown, boolean]>([
	['Tom Okafor', true],
	['  TOM \t OKAFOR ', true],
	['Tom Okafor Jr', false],
	['TomOkafor', false],
	['', false],
	[undefined, false],
	[7, false],
])('of a job for Tom Okafor, one for %p is the same: %p', (contact, expected) => {
	const createdAt = '2026-03-03T10:00:05Z';
	expect(isSameJob({ contact, createdAt }, sent)).toBe(expected);
});

it.each([undefined, null, '', '  '])('takes %p for nobody on both sides', (contact) => {
	const nobody = { contact: undefined, since: sent.since };
	expect(isSameJob({ contact, createdAt: null }, nobody)).toBe(true);
});

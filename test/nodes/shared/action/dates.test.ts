import { dayOf, utcInstant } from '../../../../nodes/shared/action/dates';

const ZONE = 'Europe/London';

it.each<[unknown, string]>([
	['2025-06-18T16:30:00', '2025-06-18T15:30:00Z'],
	['2025-01-18T16:30:00', '2025-01-18T16:30:00Z'],
	['2025-06-18T16:30', '2025-06-18T15:30:00Z'],
	[' 2025-06-18 16:30:00 ', '2025-06-18T15:30:00Z'],
	['2025-06-18', '2025-06-17T23:00:00Z'],
	['20250618T163000', '2025-06-18T15:30:00Z'],
	['2025-06-18T16:30:00Z', '2025-06-18T16:30:00Z'],
	['2025-06-18T16:30:00.250+10:00', '2025-06-18T06:30:00.250Z'],
	['Wed, 18 Jun 2025 16:30:00 +1000', '2025-06-18T06:30:00Z'],
	[new Date('2025-06-18T06:30:00Z'), '2025-06-18T06:30:00Z'],
	[{ toJSON: () => '2025-06-18T16:30:00.000+10:00' }, '2025-06-18T06:30:00Z'],
	[1750228200000, '2025-06-18T06:30:00Z'],
	['2025-06-18 9:30', '2025-06-18T08:30:00Z'],
	['2025-06-18 09:30 AM', '2025-06-18T08:30:00Z'],
	['2025-06-18 9:30 p.m.', '2025-06-18T20:30:00Z'],
	['18 Jun 2025 16:30', '2025-06-18T15:30:00Z'],
	['Wed, 18 Jun 2025 16:30:00', '2025-06-18T15:30:00Z'],
	['June 18, 2025 16:30', '2025-06-18T15:30:00Z'],
	['Wed Jun 18 2025 16:30:00 GMT+1000 (AEST)', '2025-06-18T06:30:00Z'],
	['2025-06-18 16:30:00 UTC', '2025-06-18T16:30:00Z'],
	['2024-02-29', '2024-02-29T00:00:00Z'],
	['2025-03-30T01:30:00', '2025-03-30T01:30:00Z'],
])('reads %p', (given, instant) => {
	expect(utcInstant(given, ZONE)).toBe(instant);
});

it.each<unknown>([
	'tomorrow',
	'18/06/2025',
	'06-18-2025',
	'2025-02-30',
	'2025-13-01',
	'2025-06-18T25:00:00',
	'2025-06-18 13:30 PM',
	'2025-06-18 16:30 AEST',
	'30 Feb 2025 16:30',
	'9:30',
	45826.6875,
	'2025-06-18 and more',
	'Invalid DateTime',
	'',
	NaN,
	Infinity,
	true,
	null,
	undefined,
	{},
	[],
	new Date(NaN),
])('finds no date in %p', (given) => {
	expect(utcInstant(given, ZONE)).toBeNull();
});

it.each<[unknown, string, string | null]>([
	['2025-06-18', 'Asia/Singapore', '2025-06-18'],
	[' 18 Jun 2025 ', 'Pacific/Honolulu', '2025-06-18'],
	// A day without midnight, since clocks went from 23:59 to 01:00.
	['2018-11-04', 'America/Sao_Paulo', '2018-11-04'],
	['2025-06-18T16:30:00Z', 'Asia/Singapore', '2025-06-19'],
	['2025-06-18T09:59:00Z', 'Pacific/Honolulu', '2025-06-17'],
	['2025-06-18T16:30:00', 'Asia/Singapore', '2025-06-18'],
	[new Date('2025-06-18T16:30:00Z'), 'Asia/Singapore', '2025-06-19'],
	['2025-02-30', 'Asia/Singapore', null],
	['16:30', 'Asia/Singapore', null],
	[undefined, 'Asia/Singapore', null],
])('the day of %p in %s is %p', (given, zone, day) => {
	expect(dayOf(given, zone)).toBe(day);
});

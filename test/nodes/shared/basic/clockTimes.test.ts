import { clockTime, secondsOfDay } from '../../../../nodes/shared/basic/clockTimes';

it.each<[unknown, string]>([
	['9:30', '09:30:00'],
	['09:30:15', '09:30:15'],
	['9.30', '09:30:00'],
	['9h30', '09:30:00'],
	['9:30 AM', '09:30:00'],
	['9:30\u202fpm', '21:30:00'],
	['12am', '00:00:00'],
	['12 p.m.', '12:00:00'],
	['0930', '09:30:00'],
	['1400 hrs', '14:00:00'],
	['9 uur', '09:00:00'],
	['PT9H', '09:00:00'],
	['PT30M', '00:30:00'],
	['PT0S', '00:00:00'],
	['noon', '12:00:00'],
	[0.395833333333333, '09:30:00'],
	['0.25', '06:00:00'],
])('reads %p as %p', (given, time) => {
	expect(clockTime(given)).toBe(time);
});

it('knows the end of the day', () => {
	expect(secondsOfDay('24:00')).toBe(86_400);
});

it.each<unknown>([
	'9',
	9,
	1,
	0,
	'24:01',
	'9:60',
	'13pm',
	'0 am',
	'1-3',
	'PT',
	'PT25H',
	'P1D',
	'2026-03-03',
	'around 9:30',
	'',
	null,
	true,
])('finds no time of day in %p', (given) => {
	expect(secondsOfDay(given)).toBeNull();
});

import { windowOn } from '../../../../nodes/shared/event/windows';

const DAY = '2099-03-03';

it.each<[string, string, string]>([
	['9am to 12pm', '09:00', '12:00'],
	['09:00~12:00', '09:00', '12:00'],
	['0900 - 1100 hrs', '09:00', '11:00'],
	['09:00–11:30', '09:00', '11:30'],
	['between 9.30 and 11.00', '09:30', '11:00'],
	['from 9:30 AM until 1 p.m.', '09:30', '13:00'],
	['9-12pm', '09:00', '12:00'],
	['1-3pm', '13:00', '15:00'],
	['1:30-3pm', '13:30', '15:00'],
	['11-1pm', '11:00', '13:00'],
	['9am - 5', '09:00', '17:00'],
	['9 - 11 uur', '09:00', '11:00'],
	['PT9H/PT12H30M', '09:00', '12:30'],
])('reads %p as two times of the day', (text, from, to) => {
	expect(windowOn(DAY, text)).toEqual({
		windowFrom: `${DAY}T${from}:00`,
		windowTo: `${DAY}T${to}:00`,
	});
});

it.each([
	['22:00 - 02:00', '2099-03-03T22:00:00', '2099-03-04T02:00:00'],
	['8pm to midnight', '2099-03-03T20:00:00', '2099-03-04T00:00:00'],
	['2026-03-03T09:00 - 2026-03-03T11:00', '2026-03-03T09:00:00', '2026-03-03T11:00:00'],
	['2026-03-03T09:00Z/2026-03-03T11:00Z', '2026-03-03T09:00Z', '2026-03-03T11:00Z'],
	['9:00 AM', '2099-03-03T09:00:00', '2099-03-03'],
	['2026-03-03 to 2026-03-05', '2026-03-03', '2026-03-05'],
])('reads %p as two ends with days of their own', (text, windowFrom, windowTo) => {
	expect(windowOn(DAY, text)).toEqual({ windowFrom, windowTo });
});

it.each<unknown>([
	'10:00 to 14:00 (call -30 min)',
	'9 - 11',
	'before 12:00',
	'morning',
	'9:00 - 11:00 - 13:00',
	'not 9:00 - 11:00',
	'25:00 - 26:00',
	'13pm - 2pm',
	'',
	null,
	12,
	`9:00${'-'.repeat(100_000)}11:00`,
])('is the day alone where somebody wrote %p', (text) => {
	expect(windowOn(DAY, text)).toEqual({ windowFrom: DAY, windowTo: DAY });
});

it('is nothing where there is no day', () => {
	expect(windowOn(null, '9am to 12pm')).toEqual({ windowFrom: null, windowTo: null });
});

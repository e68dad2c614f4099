import { durationOf } from '../../../../nodes/Routigo/event/clockTime';

it.each([
	['07:30', 'PT7H30M'],
	['7:30', 'PT7H30M'],
	['09:00', 'PT9H'],
	['00:15', 'PT15M'],
	['00:00', 'PT0S'],
	['0:00:00', 'PT0S'],
	['12:30:00', 'PT12H30M'],
	['23:59:59', 'PT23H59M59S'],
	['PT9H', 'PT9H'],
	['PT0S', 'PT0S'],
	['PT09H05M', 'PT9H5M'],
])('%s becomes %s', (clock, duration) => {
	expect(durationOf(clock)).toBe(duration);
});

it.each(['24:00', '12:60', '9', '0900', 'noon', '', 'P', 'PT', 'PT25H', '-1:00', '7:30 pm', null])(
	'%p is no time of day',
	(text) => {
		expect(durationOf(text)).toBeNull();
	},
);

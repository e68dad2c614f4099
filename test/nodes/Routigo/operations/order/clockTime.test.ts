import { durationOf } from '../../../../../nodes/Routigo/operations/order/clockTime';

it.each([
	[27_000, 'PT7H30M'],
	[32_400, 'PT9H'],
	[900, 'PT15M'],
	[0, 'PT0S'],
	[45_000, 'PT12H30M'],
	[86_399, 'PT23H59M59S'],
	[32_405, 'PT9H5S'],
])('%i seconds after midnight are %s', (seconds, duration) => {
	expect(durationOf(seconds)).toBe(duration);
});

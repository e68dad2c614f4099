import { pauseAfter } from '../../../../nodes/shared/api/pace';

it.each([
	[null, 0, 1],
	[null, 1, 2],
	[null, 5, 32],
	['0', 3, 1],
	['17', 0, 17],
	['2.5', 0, 3],
	['-4', 0, 1],
	['soon', 2, 4],
	['Wed, 21 Oct 2015 07:28:00 GMT', 4, 1],
])('with Retry-After %p and %p tries before waits %p seconds', (retryAfter, tries, seconds) => {
	expect(pauseAfter(retryAfter, tries)).toBe(seconds);
});

it('waits until the date that the vendor names', () => {
	const inAMinute = new Date(Date.now() + 60_000).toUTCString();
	expect(pauseAfter(inAMinute, 0)).toBeGreaterThanOrEqual(58);
	expect(pauseAfter(inAMinute, 0)).toBeLessThanOrEqual(60);
});

it.each([
	[null, 5, 29, 29],
	[null, 0, 0, 1],
	['90', 0, 29, 90],
])(
	'with Retry-After %p, %p tries before and %p seconds left waits %p seconds',
	(retryAfter, tries, left, seconds) => {
		expect(pauseAfter(retryAfter, tries, left)).toBe(seconds);
	},
);

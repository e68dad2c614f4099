import { latestTime } from '../../../../nodes/shared/changes/jobTimes';

const NOW = Date.parse('2026-03-10T12:00:00Z');

it('gives the latest time as it came', () => {
	const times = ['2026-03-09T10:00:00Z', '2026-03-10T18:00:00.000+08:00', null, '2026-03-08'];
	expect(latestTime(times, NOW)).toBe('2026-03-10T18:00:00.000+08:00');
});

it('leaves out what is to come, but not what another clock calls now', () => {
	expect(latestTime(['2026-03-12T12:00:00Z', '2026-03-10T12:05:00Z'], NOW)).toBe(
		'2026-03-10T12:05:00Z',
	);
});

it.each([[[]], [['soon', '', 7, {}]], [[null, undefined]]])('gives nothing for %j', (values) => {
	expect(latestTime(values, NOW)).toBeNull();
});

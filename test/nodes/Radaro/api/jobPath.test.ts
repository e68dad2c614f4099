import { jobPathFlaw, jobPathOf, PATHS } from '../../../../nodes/Radaro/api/jobPath';

const ONE = `${PATHS.jobs}SO%2F1/`;

it.each([
	['/api/webhooks/orders/', '/api/webhooks/orders/', '/api/webhooks/orders/SO%2F1/'],
	['api/v2/jobs/', '/api/v2/jobs/', '/api/v2/jobs/SO%2F1/'],
	['/api/v2/jobs', '/api/v2/jobs', '/api/v2/jobs/SO%2F1'],
	['jobs', '/jobs', '/jobs/SO%2F1'],
	['\u200b /api/v2/jobs/\ufeff\n', '/api/v2/jobs/', '/api/v2/jobs/SO%2F1/'],
])('%j replaces the whole path of jobs', (given, all, one) => {
	expect(jobPathFlaw({ jobPath: given })).toBeNull();
	const pathOf = jobPathOf(given);
	expect([pathOf?.(PATHS.jobs), pathOf?.(ONE)]).toEqual([all, one]);
	expect(pathOf?.(PATHS.subBrands)).toBe(PATHS.subBrands);
	expect(pathOf?.(PATHS.completionCodes)).toBe(PATHS.completionCodes);
});

it.each([undefined, null, '', ' ', '\u200b', 7])('%j replaces nothing', (given) => {
	expect([jobPathFlaw({ jobPath: given as never }), jobPathOf(given)]).toEqual([null, undefined]);
});

it.each([
	'https://api.radaro.com.au/api/webhooks/jobs/',
	'//api.radaro.com.au/jobs/',
	'/',
	'/api/jobs/?key=1',
	'/api/jobs#top',
	'/api/web hooks/',
	'/api//jobs/',
	'/api/jobs/{id}/',
])('%s is no path', (jobPath) => {
	expect(jobPathFlaw({ jobPath })).toEqual({
		message: 'The job path in the Radaro credential is not a path',
		description:
			"It must look like /api/webhooks/jobs/, without a host and without the number of a job. Leave it empty unless Radaro's support names another one.",
	});
});

it('says what cannot be seen in it', () => {
	expect(jobPathFlaw({ jobPath: '/api/jo\u00adbs/' })?.message).toBe(
		'The job path in the Radaro credential holds a character that cannot be seen (U+00AD)',
	);
});

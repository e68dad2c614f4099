import { execFileSync } from 'node:child_process';

import { instantOf } from '../../../../nodes/shared/basic/times';

it.each([
	['2026-03-10T12:00:00Z', '2026-03-10T12:00:00.000Z'],
	['2026-03-10T12:00:00.250+11:00', '2026-03-10T01:00:00.250Z'],
	['2026-03-10 12:00:00.123456', '2026-03-10T12:00:00.123Z'],
	['2026-03-10T24:00:00', '2026-03-11T00:00:00.000Z'],
	['2026-03-10', '2026-03-10T00:00:00.000Z'],
	['Tue, 10 Mar 2026 12:00:00 GMT', '2026-03-10T12:00:00.000Z'],
	[' 10 Mar 2026 12:00 +0100 ', '2026-03-10T11:00:00.000Z'],
])('reads %p as %s', (time, expected) => {
	expect(new Date(instantOf(time)).toISOString()).toBe(expected);
});

it.each(['', 'soon', '7', '2026-02-30T12:00:00Z', 7, null, undefined, {}])(
	'reads no %p',
	(time) => {
		expect(instantOf(time)).toBeNaN();
	},
);

it.each(['Pacific/Auckland', 'America/Los_Angeles'])(
	'reads times without a zone as in UTC everywhere, where n8n runs in %s',
	(TZ) => {
		const script = ['--import', 'tsx', 'test/support/zonelessTimes.ts'];
		const env = { ...process.env, TZ };
		const printed = execFileSync(process.execPath, script, { env, encoding: 'utf8' });
		expect(JSON.parse(printed)).toEqual({
			instant: Date.UTC(2026, 2, 10, 12),
			filter: [true, false],
			// A vendor's clock may be ten minutes behind.
			same: [true, false],
			// What is more than a day ahead has not happened.
			latest: '2026-03-10T12:00:00',
			told: ['job_created', null],
			days: ['2026-03-09', '2026-03-09'],
			delivered: '2026-03-10T12:00:01',
			minutes: 60,
		});
	},
);

import type { Stage } from '../../support/stage';
import { templateFile } from '../../support/storyWorkflow';
import { headingsOf } from '../../support/templates';

interface Request {
	method: string;
	body: unknown;
}

const A1 = { sheet: 'Jobs', top: 0, left: 0 };
const ROWS = [
	[
		'send',
		'Radaro',
		'000451',
		'Tom Okafor',
		'14 Banksia St, Geelong',
		'+61400555001',
		'',
		'2099-03-03',
		'09:00',
		'11:30',
		'Ring twice',
	],
	['', 'Radaro', 'NOT-YET', 'Nobody', '1 Elm St', '', '', '2099-03-03', '', '', ''],
	['send', 'radaro ', 'SO-2', 'No Address', '', '', '', '', '', '', ''],
	[
		'send',
		'Detrack',
		'000452',
		'Priya',
		'8 Newstead Ter',
		'0400555012',
		'priya@example.com',
		'2099-03-03',
		'09:00',
		'11:00',
		'',
	],
	['send', 'Detrack', 'D-2', 'No Date', '9 Newstead Ter', '', '', '', '', '', ''],
	['send', 'Carrier pigeon', 'X-1', 'Tom', '1 Elm St', '', '', '2099-03-03', '', '', ''],
];

export function sheetToJobs(stage: () => Stage): void {
	const prepared = async () => {
		const headings = headingsOf(await templateFile('sheet-to-jobs'));
		const sheet = stage().story.google.spreadsheet('Jobs', headings);
		// Plain text, as the template's note asks for.
		sheet.sheet.write(A1, [headings, ...ROWS], 'RAW');
		const { documentId } = sheet;
		const changes = { 'Rows to send': { documentId }, 'Write the result': { documentId } };
		return { sheet, workflow: await stage().imported('sheet-to-jobs', changes) };
	};
	const posted = async (vendor: string) =>
		(await stage().story.control<Request[]>('GET', `${vendor}/requests`)).filter(
			({ method }) => method === 'POST',
		);

	it('sends marked rows with one request for each service, and says what became of each', async () => {
		const { sheet, workflow } = await prepared();
		const { error } = await workflow.run('Every 5 minutes');
		expect(error).toBeUndefined();
		const rows = sheet.rows();
		expect(rows.map(({ action, number, problem }) => [action, number, problem])).toEqual([
			['sent', '000451', ''],
			['', 'NOT-YET', ''],
			['error', 'SO-2', expect.stringContaining('Address')],
			['sent', '000452', ''],
			['error', 'D-2', expect.stringContaining('Date')],
			['error', 'X-1', 'Write Radaro or Detrack into the column "service", not "Carrier pigeon".'],
		]);
		expect(rows[0]).toMatchObject({ jobId: expect.stringMatching(/^\d+$/), phone: '+61400555001' });
		expect(rows[3]).toMatchObject({
			jobId: expect.stringMatching(/./),
			trackingUrl: expect.stringMatching(/^https?:/),
			phone: '0400555012',
		});
		const [radaro, ...moreRadaro] = await posted('radaro');
		expect([moreRadaro, radaro?.body]).toEqual([
			[],
			expect.objectContaining({
				external_id: '000451',
				customer: { name: 'Tom Okafor', phone: '+61400555001' },
				// Melbourne is eleven hours ahead in March.
				deliver_after: '2099-03-02T22:00:00Z',
				deliver_before: '2099-03-03T00:30:00Z',
			}),
		]);
		const [detrack, ...moreDetrack] = await posted('detrack');
		expect([moreDetrack, detrack?.body]).toEqual([
			[],
			{
				data: [
					expect.objectContaining({
						do_number: '000452',
						date: '2099-03-03',
						phone_number: '0400555012',
						time_window: '09:00 - 11:00',
					}),
				],
			},
		]);
	});

	it('sends nothing a second time, until a row is marked again', async () => {
		const { sheet, workflow } = await prepared();
		await workflow.run('Every 5 minutes');
		await workflow.run('Every 5 minutes');
		expect(await posted('radaro')).toHaveLength(1);
		const table = sheet.rows().map((row) => Object.values(row));
		const corrected = table.map((row) =>
			row[2] === 'SO-2' ? ['send', ...row.slice(1, 4), '3 Elm St', ...row.slice(5)] : row,
		);
		sheet.sheet.write({ ...A1, top: 1 }, corrected, 'RAW');
		await workflow.run('Every 5 minutes');
		expect(sheet.rows()[2]).toMatchObject({ action: 'sent', problem: '' });
		expect(await posted('radaro')).toHaveLength(2);
	});
}

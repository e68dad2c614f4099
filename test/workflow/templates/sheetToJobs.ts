import { withSettings } from '../../support/eventLog';
import type { Spreadsheet } from '../../support/google';
import type { Stage } from '../../support/stage';
import { type StoryWorkflow, templateFile } from '../../support/storyWorkflow';
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
	const prepared = async (
		rows: string[][] = ROWS,
		edit = (headings: string[]) => headings,
	): Promise<{ sheet: Spreadsheet; workflow: StoryWorkflow }> => {
		const file = await templateFile('sheet-to-jobs');
		const headings = edit(headingsOf(file));
		const sheet = stage().story.google.spreadsheet('Jobs', headings);
		// Plain text, as the template's note asks for.
		sheet.sheet.write(A1, [headings, ...rows], 'RAW');
		const workflow = await stage().importedFile(withSettings(file, { sheet: sheet.url }));
		return { sheet, workflow };
	};
	const job = (action: string, service: string, number: string, problem = ''): string[] => [
		...[action, service, number, 'Tom Okafor', '14 Banksia St, Geelong', '', '', '2099-03-03'],
		...['', '', '', '', '', problem],
	];
	const results = ({ sheet, workflow }: Awaited<ReturnType<typeof prepared>>) => ({
		workflow,
		rows: () => sheet.rows().map(({ action, number, problem }) => [action, number, problem]),
	});
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
			['error', 'X-1', 'Write Radaro or Detrack into the column “service”, not “Carrier pigeon”.'],
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

	it('reads words whatever their capitals and blanks, and says which look like a mistake', async () => {
		const { rows, workflow } = results(
			await prepared([
				job('Send', 'Radaro', 'CAP'),
				job('send ', 'RADARO', 'BLANK'),
				job('\u00a0SEND\u200b', ' De Track', 'UNSEEN'),
				job('Sned', 'Radaro', 'TYPO'),
				job('please send', 'Detrack', 'MORE'),
				job('hold', 'Radaro', 'OWN'),
				job('Sent', 'Radaro', 'DONE'),
				job('send', '', 'NOBODY'),
			]),
		);
		expect((await workflow.run('Every 5 minutes')).error).toBeUndefined();
		const unclear = (word: string): string =>
			`“${word}” is not understood, so nothing is done. Write send into the column “action” to create the job.`;
		const expected = [
			['sent', 'CAP', ''],
			['sent', 'BLANK', ''],
			['sent', 'UNSEEN', ''],
			['Sned', 'TYPO', unclear('Sned')],
			['please send', 'MORE', unclear('please send')],
			['hold', 'OWN', ''],
			['Sent', 'DONE', ''],
			['error', 'NOBODY', 'Write Radaro or Detrack into the column “service”.'],
		];
		expect(rows()).toEqual(expected);
		const { writes } = stage().story.google;
		await workflow.run('Every 5 minutes');
		expect([rows(), stage().story.google.writes]).toEqual([expected, writes]);
		expect([await posted('radaro'), await posted('detrack')].map(({ length }) => length)).toEqual([
			1, 1,
		]);
	});

	it('creates no job twice when a run has died before it could note it', async () => {
		const made = await prepared([
			job('send', 'Radaro', 'R-1'),
			job('send', 'Detrack', 'D-1'),
			...[job('', 'Radaro', 'R-2'), job('', 'Detrack', 'D-2')],
			job('', 'Radaro', 'R-1'),
			job('', 'Radaro', 'R-3'),
		]);
		const { rows, workflow } = results(made);
		await workflow.run('Every 5 minutes');
		const ids = made.sheet.rows().map(({ jobId }) => jobId);
		// As it stands in the sheet after a crash: some jobs were created, others were not.
		const died = 'Sending since 2020-01-01 00:00';
		const fresh = `Sending since 2099-01-01 00:00`;
		const other = job('sending', 'Radaro', 'R-1', died);
		other[3] = 'Somebody Else';
		made.sheet.sheet.write(
			{ ...A1, top: 1 },
			[
				...[job('sending', 'Radaro', 'R-1', died), job('sending', 'Detrack', 'D-1', died)],
				...[job('sending', 'Radaro', 'R-2', died), job('sending', 'Detrack', 'D-2', died)],
				other,
				job('sending', 'Radaro', 'R-3', fresh),
			],
			'RAW',
		);
		expect((await workflow.run('Every 5 minutes')).error).toBeUndefined();
		expect(rows()).toEqual([
			['sent', 'R-1', ''],
			['sent', 'D-1', ''],
			['sent', 'R-2', ''],
			['sent', 'D-2', ''],
			['error', 'R-1', expect.stringMatching(/already|exists|earlier/)],
			['sending', 'R-3', fresh],
		]);
		const after = made.sheet.rows().map(({ jobId }) => jobId);
		expect(after.slice(0, 2)).toEqual(ids.slice(0, 2));
		expect(new Set(after.slice(0, 4)).size).toBe(4);
	});

	it('says in words what is wrong with the headings, and sends nothing', async () => {
		const complaint = async (edit: (headings: string[]) => string[]) => {
			const { workflow } = await prepared([job('send', 'Radaro', 'SO-1')], edit);
			return (await workflow.run('Every 5 minutes')).error;
		};
		expect([
			await complaint((all) => ['Action', ...all.slice(1)]),
			await complaint((all) => all.map((name) => (name === 'number' ? 'order' : name))),
			await complaint(() => []),
		]).toEqual([
			'The heading “Action” must be written “action”.',
			'Row 1 of the tab “Jobs” lacks the heading “number”. Add it.',
			'Row 1 of the tab “Jobs” has no headings. Paste the line from the note “Headings for row 1” into cell A1.',
		]);
		expect(await posted('radaro')).toEqual([]);
	});
}

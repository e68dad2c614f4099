import type { IDataObject } from 'n8n-workflow';

import { BinaryStore } from '../../../../support/binaryStore';
import { byNumber, DAY, DetrackBench, minimalJob } from '../../../../support/detrack';
import { errorOf } from '../../../../support/runOperation';
import { useBench } from '../../../../support/standInBench';

const detrack = useBench(new DetrackBench());
let store: BinaryStore;
beforeAll(async () => void (store = await BinaryStore.start()));
afterAll(async () => await store.stop());

async function finished(number: string, photos = 2): Promise<void> {
	await detrack.create(number, { assignTo: 'Van 07' });
	await detrack.step(number, 'complete', { photos });
}

describe('downloadDocument of one job', () => {
	const download = async (number: string, parameters: IDataObject = {}) =>
		await detrack.run('downloadDocument', { ...byNumber(number), ...parameters });

	it('gives the proof of delivery as a file with name and type', async () => {
		await finished('A-1');
		const { items } = await download('A-1');
		const file = items[0]?.binary?.data;
		expect(items[0]?.json).toEqual({
			references: ['A-1'],
			document: 'pod',
			fileName: 'A-1.pdf',
			mimeType: 'application/pdf',
		});
		expect(items[0]?.pairedItem).toEqual({ item: 0 });
		expect(file).toMatchObject({
			fileName: 'A-1.pdf',
			mimeType: 'application/pdf',
			fileExtension: 'pdf',
		});
		expect((await store.read(file)).toString('latin1')).toMatch(/^%PDF-[^]*%%EOF\s*$/);
		const { path, query } = (await detrack.lastRequest('GET')) ?? {};
		expect([path, query]).toEqual([
			'/detrack/api/v2/dn/jobs/export/A-1',
			{ document: 'pod', format: 'pdf' },
		]);
	});

	it.each([
		['pod', 'tiff', 'image/tiff'],
		['shipping-label', 'pdf', 'application/pdf'],
	])('gives %s as %s', async (document, format, mimeType) => {
		await finished('A-1');
		const which = { date: DAY, type: 'Delivery' };
		const { items } = await download('A-1', { document, format, which, outputField: 'file' });
		expect(items[0]?.binary?.file).toMatchObject({ mimeType });
		expect((await detrack.lastRequest('GET'))?.query).toEqual({
			document,
			format,
			type: 'Delivery',
		});
	});

	it.each(['none', 'bare', 'quoted'])(
		'names the file with a header that is %s',
		async (documentName) => {
			await detrack.settings({ documentName });
			await finished('A 1');
			const { items } = await download('A 1');
			expect(items[0]?.json.fileName).toBe(documentName === 'none' ? 'A 1-pod.pdf' : 'A 1.pdf');
		},
	);

	it.each(['A#1', 'A 1', 'A/1', '..', '100%', 'A%2F1', 'Ä?1', '配達-1'])(
		'finds the number %j',
		async (number) => {
			await detrack.settings({ exportStatuses: [] });
			await detrack.create(number);
			const { items } = await download(number, { document: 'shipping-label' });
			expect(items[0]?.json).toMatchObject({ references: [number], mimeType: 'application/pdf' });
			expect(items[0]?.json.fileName).not.toMatch(/[/\\]/);
		},
	);

	it('says that a number with a slash can only be had as PDF', async () => {
		const { message } = await errorOf(download('A/1', { format: 'tiff' }));
		expect(message).toMatch(/^The document of the D\.O\. number "A\/1" can only be had as PDF/);
	});

	it('says that there is no such document', async () => {
		await detrack.create('A-1');
		expect((await errorOf(download('A-1'))).message).toBe(
			'Detrack has no proof of delivery of the job with the D.O. number "A-1"',
		);
	});

	it.each([
		[{ kind: 'html', status: 200 }, /^A web page came instead of the proof of delivery/],
		[{ kind: 'status', status: 500 }, /^Detrack is not able to answer right now$/],
		[{ kind: 'reset' }, /^The connection to Detrack broke before an answer came$/],
	])('says what is wrong with %j, and stores no file', async (fault, sentence) => {
		await finished('A-1');
		await detrack.fault({ ...fault, times: 1, methods: ['GET'] });
		expect((await errorOf(download('A-1'))).message).toMatch(sentence);
	});

	it('links each file to its item, and goes on behind a missing one', async () => {
		await finished('A-1');
		await finished('A-3');
		const run = await detrack.run(
			'downloadDocument',
			{ job: { __rl: true, mode: 'doNumber', value: '={{ $json.id }}' } },
			{ items: [{ id: 'A-1' }, { id: 'A-2' }, { id: 'A-3' }], continueOnFail: true },
		);
		expect(
			run.items.map(({ json, binary, pairedItem }) => [
				json.error ?? binary?.data?.fileName,
				pairedItem,
			]),
		).toEqual([
			['A-1.pdf', { item: 0 }],
			['Detrack has no proof of delivery of the job with the D.O. number "A-2"', { item: 1 }],
			['A-3.pdf', { item: 2 }],
		]);
	});
});

describe('downloadDocument of several jobs', () => {
	const download = async (doNumbers: string, parameters: IDataObject = {}) =>
		await detrack.run('downloadDocument', { jobs: 'several', doNumbers, ...parameters });

	it('waits for the export and gives one file', async () => {
		for (const number of ['A-1', 'A-2']) await finished(number);
		const { items } = await download('A-1, A-2');
		expect(items[0]?.json).toEqual({
			references: ['A-1', 'A-2'],
			document: 'pod',
			fileName: 'pod-of-2-jobs.pdf',
			mimeType: 'application/pdf',
		});
		expect(await detrack.lastRequest('POST')).toMatchObject({
			path: '/detrack/api/v2/dn/jobs/bulk/export',
			body: { data: { query: { do_numbers: ['A-1', 'A-2'] }, document: 'pod' } },
		});
	});

	it('asks for shipping labels in the plural', async () => {
		await detrack.settings({ exportStatuses: [] });
		await detrack.create('A-1');
		const which = { date: DAY };
		await download('={{ ["A-1"] }}', { document: 'shipping-label', which });
		expect((await detrack.lastRequest('POST'))?.body).toEqual({
			data: { query: { do_numbers: ['A-1'], date: DAY }, document: 'shipping-labels' },
		});
	});

	it('says that it took too long, with what to do', async () => {
		await detrack.settings({ exportStatuses: Array.from({ length: 20 }, () => 'processing') });
		await finished('A-1');
		const error = await errorOf(download('A-1', { longestExport: 1 }));
		expect(error.message).toBe('The export was not ready after 1 second');
		expect(error.description).toMatch(/^Allow more time under Wait for Documents/);
	});

	it('says that the export failed', async () => {
		await detrack.settings({ exportStatuses: [], exportEnd: 'failed' });
		await finished('A-1');
		const error = await errorOf(download('A-1'));
		expect(error.message).toBe('Detrack did not produce the documents');
	});

	it('says that none of the jobs has one', async () => {
		await detrack.create('A-1');
		expect((await errorOf(download('A-1'))).message).toBe(
			'Detrack has no job with one of these D.O. numbers that has such a document',
		);
	});

	it.each([
		['', '"D.O. Numbers" is empty. Enter the numbers of the jobs.'],
		[
			Array.from({ length: 1001 }, (_value, index) => `A-${index}`).join(','),
			'"D.O. Numbers" holds 1001 numbers, but Detrack takes at most 1000 in one export. Split them, as with a Loop Over Items node.',
		],
	])('refuses bad lists before anything is sent', async (numbers, sentence) => {
		expect((await errorOf(download(numbers))).message).toBe(sentence);
		expect(await detrack.requests()).toEqual([]);
	});
});

describe('downloadProof', () => {
	const download = async (number = 'A-1', parameters: IDataObject = {}) =>
		await detrack.run('downloadProof', { ...byNumber(number), ...parameters });

	it('gives signature and photos, one item each', async () => {
		await finished('A-1');
		const { items } = await download();
		expect(items.map(({ json }) => [json.kind, json.fileName, json.mimeType])).toEqual([
			['signature', 'A-1-signature.png', 'image/png'],
			['photo', 'A-1-photo-1.jpg', 'image/jpeg'],
			['photo', 'A-1-photo-2.jpg', 'image/jpeg'],
		]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 0 },
			{ item: 0 },
		]);
		const bytes = await store.read(items[0]?.binary?.data);
		expect(bytes.subarray(1, 4).toString()).toBe('PNG');
	});

	it('gives the photos of rejected items when asked', async () => {
		const items = { item: [{ sku: 'LAMP-04', quantity: 2 }] };
		await detrack.create('A-1', { assignTo: 'Van 07', items });
		await detrack.step('A-1', 'partial');
		const run = await download('A-1', { files: ['itemPhoto'] });
		expect(run.items.map(({ json }) => json.kind)).toEqual(['itemPhoto']);
	});

	it.each(['ignored', 'required', 'refused'])(
		'gets the files when the key is %s for them',
		async (fileKey) => {
			await detrack.settings({ fileKey });
			await finished('A-1', 1);
			expect((await download()).items).toHaveLength(2);
		},
	);

	it('knows a file by its content when the type says nothing', async () => {
		await detrack.settings({ fileType: 'octet-stream' });
		await finished('A-1', 1);
		const { items } = await download();
		expect(items.map(({ json }) => json.mimeType)).toEqual(['image/png', 'image/jpeg']);
	});

	it('says that there is nothing to download yet', async () => {
		await detrack.run('create', minimalJob('A-1'));
		expect((await errorOf(download())).message).toBe(
			'The job with the D.O. number "A-1" has none of the chosen files. The driver may not have taken any yet; its status is "dispatched".',
		);
	});

	it('stores a file of 40 MB', async () => {
		await finished('A-1', 1);
		await detrack.control('POST', 'detrack/jobs/A-1/proof', { file: 'photo_1', megabytes: 40 });
		const { items } = await download('A-1', { files: ['photo'] });
		expect(items[0]?.binary?.data).toMatchObject({
			bytes: 40 * 1024 * 1024,
			mimeType: 'image/jpeg',
		});
	});
});

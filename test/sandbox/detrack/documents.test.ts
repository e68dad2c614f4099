import { DETRACK_API_KEY, DETRACK_BASE } from '../../../sandbox/detrack/defaults';
import { type Dict, http, type Reply } from '../support/bench';
import { Track } from './support';

const track = Track.use();

interface File {
	status: number;
	headers: Headers;
	bytes: Buffer;
}
async function file(url: string, key: string | null = DETRACK_API_KEY): Promise<File> {
	const response = await fetch(url, { headers: key === null ? {} : { 'x-api-key': key } });
	const bytes = Buffer.from(await response.arrayBuffer());
	return { status: response.status, headers: response.headers, bytes };
}
const document = (path: string): Promise<File> =>
	file(`${track.bench.sandbox.url}${DETRACK_BASE}/dn/jobs/export/${path}`);
const finished = (doNumber: string, more: Dict = {}): Promise<Dict> =>
	track.create(doNumber, { status: 'completed', pod_time: '10:00', ...more });

/** The places where the PDF's table says that objects begin. */
function objectsAt(bytes: Buffer): string[] {
	const text = bytes.toString('latin1');
	const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
	expect(text.slice(start, start + 4)).toBe('xref');
	const rows = [...text.slice(start).matchAll(/^(\d{10}) 00000 n $/gm)];
	return rows.map(([, offset]) => text.slice(Number(offset), Number(offset) + 7));
}

describe('one document', () => {
	it('is a POD as PDF, as a file with a name', async () => {
		await finished('ORD 1');
		const { status, headers, bytes } = await document('ORD%201?format=pdf&document=pod');
		expect(status).toBe(200);
		expect(headers.get('content-type')).toBe('application/octet-stream');
		expect(headers.get('content-disposition')).toBe('attachment; filename="ORD 1.pdf"');
		expect(Number(headers.get('content-length'))).toBe(bytes.length);
		expect(bytes.toString('latin1')).toMatch(/^%PDF-1\.4[^]*Proof of delivery ORD 1/);
		expect(objectsAt(bytes)).toEqual([1, 2, 3, 4, 5].map((id) => `${id} 0 obj`));
	});

	it('is found by number, date and type, and takes set defaults', async () => {
		await finished('ORD-1', { type: 'Collection' });
		expect((await document('ORD-1/2026-03-03?type=Collection')).status).toBe(200);
		expect((await document('ORD-1?type=Delivery')).status).toBe(404);
		expect((await document('ORD-1')).bytes.toString('latin1', 0, 4)).toBe('%PDF');
		await track.settings({ documentName: 'bare' });
		const { headers, bytes } = await document('ORD-1?format=tiff');
		expect(bytes.subarray(0, 4)).toEqual(Buffer.from([0x49, 0x49, 0x2a, 0]));
		expect(headers.get('content-type')).toBe('application/octet-stream');
		expect(headers.get('content-disposition')).toBe('attachment; filename=ORD-1.tiff');
		await track.settings({ documentName: 'none' });
		const bare = await document('ORD-1?format=pdf');
		expect(bare.headers.get('content-disposition')).toBeNull();
	});

	it('of what is not done is missing, as set, but its label is there', async () => {
		await track.create('ORD-1');
		const missing = await document('ORD-1');
		expect([missing.status, JSON.parse(missing.bytes.toString()).code]).toEqual([404, 'not_found']);
		expect((await document('ORD-1?document=shipping-label')).status).toBe(200);
		await track.settings({ missingPod: 422 });
		expect((await document('ORD-1')).status).toBe(422);
		await track.settings({ missingPod: 'blank' });
		expect((await document('ORD-1')).status).toBe(200);
	});

	it('has a name that fits into a header', async () => {
		await finished('Ü"1\n');
		const { headers } = await document(encodeURIComponent('Ü"1\n'));
		expect(headers.get('content-disposition')).toBe('attachment; filename="__1_.pdf"');
	});

	it('is refused by other names, and without a key', async () => {
		await finished('ORD-1');
		for (const query of ['format=docx', 'document=shipping-labels']) {
			expect((await document(`ORD-1?${query}`)).status).toBe(422);
		}
		expect((await document('ORD-9')).status).toBe(404);
		const url = `${track.bench.sandbox.url}${DETRACK_BASE}/dn/jobs/export/ORD-1`;
		expect((await file(url, null)).status).toBe(401);
	});

	it('can be large', async () => {
		await finished('ORD-1');
		await track.control('POST', 'jobs/ORD-1/proof', { file: 'pod', megabytes: 3 });
		const { bytes } = await document('ORD-1?format=pdf');
		expect(bytes.length).toBe(3 * 1024 * 1024);
		expect(objectsAt(bytes)).toHaveLength(5);
		expect((await document('ORD-1?format=tiff')).bytes.length).toBe(3 * 1024 * 1024);
	});
});

describe('an export', () => {
	const start = (query: Dict, name = 'pod'): Promise<Reply> =>
		track.jobs('POST', '/bulk/export', { query, document: name });
	const status = async (url: string): Promise<Dict> =>
		(await http(url, 'GET', undefined, { 'x-api-key': DETRACK_API_KEY })).json<{ data: Dict }>()
			.data;
	const started = async (query: Dict, name?: string): Promise<string> => {
		const reply = await start(query, name);
		expect(reply.status).toBe(200);
		return String(reply.json<{ data: Dict }>().data.status_url);
	};

	it('is polled until it is completed, and its address expires', async () => {
		await finished('ORD-1');
		await finished('ORD-2');
		const url = await started({ do_numbers: ['ORD-1', 'ORD-2', 'ORD-9'], date: '2026-03-03' });
		expect(url).toMatch(`${track.bench.sandbox.url}${DETRACK_BASE}/dn/jobs/export/status/`);
		expect(await status(url)).toEqual({ status: 'processing', download_url: null });
		const done = await status(url);
		expect(done).toEqual({ status: 'completed', download_url: expect.any(String) });
		const link = String(done.download_url);
		expect(link).toContain('X-Amz-Expires=900');
		// Such an address needs no key.
		const { bytes, headers } = await file(link, null);
		expect(headers.get('content-type')).toBe('application/pdf');
		expect(bytes.toString('latin1')).toMatch(/ORD-1 [^]*ORD-2 /);
		await track.advance(901);
		const late = await file(link, null);
		expect([late.status, late.bytes.toString()]).toEqual([
			403,
			expect.stringContaining('AccessDenied'),
		]);
		const fresh = await file(String((await status(url)).download_url), null);
		expect(fresh.status).toBe(200);
		expect((await file(link.split('?')[0] ?? '', null)).status).toBe(403);
	});

	it('goes through other statuses, to another end, as set', async () => {
		await track.create('ORD-1');
		await track.settings({ exportStatuses: ['pending', 'working'] });
		const url = await started({ do_numbers: ['ORD-1'] }, 'shipping-labels');
		expect(await status(url)).toEqual({ status: 'pending', download_url: null });
		expect(await status(url)).toEqual({ status: 'working', download_url: null });
		expect(await status(url)).toMatchObject({ status: 'completed' });
		await track.settings({ exportStatuses: [] });
		const link = String((await status(url)).download_url);
		await track.advance(899);
		expect((await file(link, null)).status).toBe(200);
		await track.advance(3);
		expect((await file(link, null)).status).toBe(403);
		await track.settings({ exportEnd: 'failed' });
		const failing = await started({ do_numbers: ['ORD-1'] }, 'shipping-labels');
		expect(await status(failing)).toEqual({ status: 'failed', download_url: null });
	});

	it('needs numbers, a known document and at most 1,000 jobs', async () => {
		await track.create('ORD-1');
		const thousands = Array.from({ length: 1001 }, (_, index) => `ORD-${index}`);
		expect((await start({ do_numbers: thousands })).json().code).toBe('invalid_data');
		expect((await start({ do_numbers: [] })).json().code).toBe('invalid_data');
		expect((await start({})).json().code).toBe('invalid_data');
		const label = await start({ do_numbers: ['ORD-1'] }, 'shipping-label');
		expect(label.json().errors).toMatchObject([{ field: 'document' }]);
		// No POD at all is as good as no job.
		expect((await start({ do_numbers: ['ORD-1'] })).status).toBe(404);
		expect((await track.jobs('GET', '/export/status/none')).status).toBe(404);
	});
});

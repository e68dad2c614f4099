import { DETRACK_API_KEY } from '../../../sandbox/detrack/defaults';
import type { Dict } from '../support/bench';
import { Track } from './support';

const track = Track.use();

async function completed(photos = 2): Promise<Dict> {
	const { id } = await track.make();
	await track.walk(id, 'assign');
	return (await track.step(id, 'complete', { photos })).job;
}
const get = (url: unknown, key?: string): Promise<Response> =>
	fetch(String(url), { headers: key === undefined ? {} : { 'x-api-key': key } });
const start = async (response: Response, length: number): Promise<number[]> => [
	...Buffer.from(await response.arrayBuffer()).subarray(0, length),
];

it('are real pictures at addresses of the sandbox', async () => {
	const job = await completed();
	const signature = await get(job.signature_file_url);
	expect([signature.status, signature.headers.get('content-type')]).toEqual([200, 'image/png']);
	expect(await start(signature, 4)).toEqual([0x89, 0x50, 0x4e, 0x47]);
	const photo = await get(job.photo_2_file_url);
	expect([photo.status, photo.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
	expect(await start(photo, 3)).toEqual([0xff, 0xd8, 0xff]);
	expect(job.photo_3_file_url).toBeNull();
	expect(job.photo_2_at).toEqual(expect.any(String));
	const none = await get(String(job.photo_2_file_url).replace('photo_2', 'photo_3'));
	expect(none.status).toBe(404);
});

it('show a rejected item', async () => {
	const { id } = await track.make();
	await track.walk(id, 'assign');
	const { job } = await track.step(id, 'partial');
	const items = job.items as Dict[];
	expect(items[0]?.photo_url).toBeNull();
	expect((await get(items[1]?.photo_url)).status).toBe(200);
	expect(job.photo_1_file_url).toBeNull();
});

it('need a key, refuse it, or ignore it, as set', async () => {
	const { photo_1_file_url: url } = await completed();
	const statuses = async (): Promise<number[]> => [
		(await get(url)).status,
		(await get(url, DETRACK_API_KEY)).status,
		(await get(url, 'wrong')).status,
	];
	expect(await statuses()).toEqual([200, 200, 200]);
	await track.settings({ fileKey: 'required' });
	expect(await statuses()).toEqual([401, 200, 401]);
	await track.settings({ fileKey: 'refused' });
	expect(await statuses()).toEqual([200, 422, 422]);
});

it('are said to be under another origin when set so', async () => {
	await track.settings({ fileOrigin: 'https://proof.example.com' });
	const { id, photo_1_file_url: url } = await completed();
	expect(url).toBe(`https://proof.example.com/detrack/files/${String(id)}/photo_1.jpg`);
});

it('tell their length, and are without a type of their own when set so', async () => {
	const { photo_1_file_url: url } = await completed();
	expect((await get(url)).headers.get('content-length')).not.toBeNull();
	await track.settings({ fileType: 'octet-stream' });
	const { headers } = await get(url);
	expect(headers.get('content-type')).toBe('application/octet-stream');
});

it('can be made of 40 MB, and are streamed', async () => {
	const { id } = await track.make();
	const reply = await track.control('POST', `jobs/${id}/proof`, { file: 'photo_1', megabytes: 40 });
	const { job } = reply.json<{ job: Dict }>();
	const response = await get(job.photo_1_file_url);
	const bytes = 40 * 1024 * 1024;
	expect(Number(response.headers.get('content-length'))).toBe(bytes);
	let received = 0;
	let largest = 0;
	for await (const chunk of response.body ?? []) {
		received += chunk.length;
		largest = Math.max(largest, chunk.length);
	}
	expect(received).toBe(bytes);
	expect(largest).toBeLessThan(bytes / 10);
});

it('can be added by hand, within reason', async () => {
	const { id } = await track.make();
	const put = (body: Dict): Promise<{ status: number }> =>
		track.control('POST', `jobs/${id}/proof`, body);
	expect((await put({ file: 'signature' })).status).toBe(200);
	expect((await put({ file: 'photo_10', megabytes: 0.5 })).status).toBe(200);
	expect((await put({ file: 'photo_11' })).status).toBe(400);
	expect((await put({ file: 'photo_1', megabytes: 5000 })).status).toBe(400);
	expect((await track.list()).data).toMatchObject([
		{ signature_file_url: expect.any(String), photo_10_file_url: expect.any(String) },
	]);
});

it('come later, one by one, after a job is done', async () => {
	const { id } = await track.make();
	await track.walk(id, 'assign');
	await track.step(id, 'complete', { photos: 0 });
	expect((await track.step(id, 'photo')).job.photo_1_file_url).toEqual(expect.any(String));
	for (let count = 2; count <= 10; count++) await track.step(id, 'photo');
	expect((await track.control('POST', `jobs/${id}/steps/photo`)).status).toBe(409);
});

import { readdir, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

import type { IDataObject } from 'n8n-workflow';

import { fetchFile } from '../../../../../nodes/Detrack/api/fetchFile';
import type { ApiAnswer, ApiClient, ApiRequest } from '../../../../../nodes/shared/api/apiClient';
import { DETRACK_API_KEY } from '../../../../../sandbox/detrack/defaults';
import { BinaryStore } from '../../../../support/binaryStore';
import { byNumber, runDetrack } from '../../../../support/detrack';
import { mock } from '../../../../support/mock';
import { errorOf } from '../../../../support/runOperation';

/** Files as no page of Detrack's describes them: elsewhere, broken off, or none at all. */
let store: BinaryStore;
let server: Server;
let answer: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;
/** What was asked for, and with which key. */
let asked: Array<[string, string | undefined]>;
let base: string;

beforeAll(async () => {
	store = await BinaryStore.start();
	server = createServer((request, response) => {
		asked.push([request.url ?? '', request.headers['x-api-key'] as string | undefined]);
		void answer(request, response);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
	await store.stop();
});
beforeEach(() => {
	asked = [];
});

const PDF = Buffer.from('%PDF-1.4\n%%EOF\n');

const document = async (parameters: IDataObject = {}) =>
	await runDetrack(base, 'downloadDocument', { ...byNumber('A-1'), ...parameters });

/** Gives a job with these attributes, and files by path. */
function serve(job: IDataObject, files: Record<string, typeof answer> = {}): void {
	answer = (request, response) => {
		const file = files[request.url ?? ''];
		if (file !== undefined) return file(request, response);
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify({ data: { do_number: 'A-1', status: 'completed', ...job } }));
	};
}

const send =
	(body: Buffer | string, headers: Record<string, string> = {}, status = 200): typeof answer =>
	(_request, response) => {
		response.writeHead(status, headers);
		response.end(body);
	};

const proof = async () => await runDetrack(base, 'downloadProof', byNumber('A-1'));

it('is on disk before it has come to its end', async () => {
	const chunk = Buffer.alloc(1024 * 1024, ' ');
	answer = async (_request, response) => {
		response.writeHead(200, { 'content-type': 'application/octet-stream' });
		response.write(PDF);
		for (let sent = 0; sent < 20; sent++) {
			if (!response.write(chunk)) await new Promise((resolve) => response.once('drain', resolve));
		}
		// Only what was stored meanwhile lets the second half go.
		while ((await storedBytes()) < 10 * chunk.length) {
			await new Promise((resolve) => setTimeout(resolve, 10));
		}
		for (let sent = 0; sent < 20; sent++) {
			if (!response.write(chunk)) await new Promise((resolve) => response.once('drain', resolve));
		}
		response.end();
	};
	const { items } = await document();
	expect(items[0]?.binary?.data).toMatchObject({ bytes: PDF.length + 40 * chunk.length });
});

async function storedBytes(): Promise<number> {
	const entries = await readdir(store.folder, { recursive: true, withFileTypes: true });
	const files = entries.filter((entry) => entry.isFile());
	const sizes = files.map(
		async (entry) => (await stat(path.join(entry.parentPath, entry.name))).size,
	);
	return Math.max(0, ...(await Promise.all(sizes)));
}

it('comes whole where n8n keeps files in memory', async () => {
	const inMemory = await BinaryStore.start('default');
	try {
		const whole = Buffer.concat([PDF, Buffer.alloc(3 * 1024 * 1024, 'x')]);
		answer = send(whole);
		const { items } = await document();
		expect(Buffer.from(items[0]?.binary?.data?.data ?? '', 'base64').equals(whole)).toBe(true);
	} finally {
		await inMemory.stop();
		store = await BinaryStore.start();
	}
});

it.each<[string, Buffer[]]>([
	['at its beginning', []],
	['on the way', [PDF]],
])('is given up when it stands still %s', async (_where, parts) => {
	answer = (_request, response) => {
		response.writeHead(200, { 'content-type': 'application/octet-stream' });
		response.flushHeaders();
		for (const part of parts) response.write(part);
	};
	const error = await errorOf(document({ options: { timeout: 0.2 } }));
	expect(error.message).toBe(
		'The download of the proof of delivery of the job with the D.O. number "A-1" broke off',
	);
	expect(error.description).toBe('Try again. The reason: it was not done within 0.2 seconds.');
});

it('is given up after its time, although something comes', async () => {
	answer = async (_request, response) => {
		response.writeHead(200, { 'content-type': 'application/octet-stream' });
		response.write(PDF);
		for (let part = 0; part < 8; part++) {
			await new Promise((resolve) => setTimeout(resolve, 100));
			response.write(Buffer.alloc(1000, 'x'));
		}
		response.end();
	};
	const error = await errorOf(document({ options: { timeout: 0.4 } }));
	expect(error.description).toBe('Try again. The reason: it was not done within 0.4 seconds.');
});

it('says that a refusal stood still', async () => {
	answer = (_request, response) => {
		response.writeHead(500, { 'content-type': 'application/json' });
		response.write('{"message": ');
	};
	const { message } = await errorOf(document({ options: { timeout: 0.2 } }));
	expect(message).toBe('Detrack did not answer within 0.2 seconds');
});

describe('an answer that is no file', () => {
	it.each<[string, Buffer | string, Record<string, string>, string]>([
		[
			'a page',
			'<!DOCTYPE html><html><head><title>Log in</title></head></html>',
			{ 'content-type': 'application/octet-stream' },
			'A web page came instead of the proof of delivery of the job with the D.O. number "A-1"',
		],
		[
			'JSON',
			'{"message": "There is no POD yet"}',
			{ 'content-type': 'application/octet-stream' },
			'Detrack answered without the proof of delivery of the job with the D.O. number "A-1"',
		],
		[
			'words',
			'There is no POD yet',
			{ 'content-type': 'application/pdf' },
			'Detrack answered without the proof of delivery of the job with the D.O. number "A-1"',
		],
		[
			'words in other letters, of which the last is cut in half',
			Buffer.from('配達証明がありません').subarray(0, -1),
			{},
			'Detrack answered without the proof of delivery of the job with the D.O. number "A-1"',
		],
		[
			'nothing',
			'',
			{},
			'Detrack answered without the proof of delivery of the job with the D.O. number "A-1"',
		],
	])('is told as %s', async (_what, body, headers, message) => {
		answer = send(body, headers);
		const error = await errorOf(document());
		expect(error.message).toBe(message);
		expect(error.description).not.toBe('');
	});

	it('shows the words of Detrack', async () => {
		answer = send('{"message": "There is no POD yet"}');
		expect((await errorOf(document())).description).toContain('There is no POD yet');
	});

	it('is told when it breaks off', async () => {
		answer = (_request, response) => {
			response.writeHead(200, { 'content-length': '100000' });
			response.write(PDF, () => response.destroy());
		};
		expect((await errorOf(document())).message).toBe(
			'The download of the proof of delivery of the job with the D.O. number "A-1" broke off',
		);
	});
});

it('is followed to where Detrack says that it is', async () => {
	answer = (request, response) => {
		const isThere = request.url === '/elsewhere/pod.pdf?sig=1';
		return isThere
			? send(PDF)(request, response)
			: send('', { location: '/elsewhere/pod.pdf?sig=1' }, 302)(request, response);
	};
	expect((await document()).items[0]?.binary?.data?.mimeType).toBe('application/pdf');
	expect(asked.map(([, key]) => key)).toEqual([DETRACK_API_KEY, undefined]);
});

describe('the name of a file', () => {
	it.each([
		['attachment; filename="POD A-1.pdf"', 'POD A-1.pdf'],
		["attachment; filename*=UTF-8''L%C3%A4mp.pdf; filename=x.pdf", 'Lämp.pdf'],
		['attachment; filename="../../etc/passwd"', 'etc-passwd.pdf'],
		['attachment; filename="C:\\\\pods\\\\a.pdf"', 'C-pods-a.pdf'],
		['attachment', 'A-1-pod.pdf'],
		['attachment; filename=""', 'A-1-pod.pdf'],
	])('from %s is %s', async (header, name) => {
		answer = send(PDF, { 'content-disposition': header });
		expect((await document()).items[0]?.binary?.data?.fileName).toBe(name);
	});

	it.each([
		['sign.svg', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'sign.svg'],
		['IMG_1.HEIC', 'image/heic', '\0\0\0\x18ftypheic', 'IMG_1.HEIC'],
		['IMG_1', 'image/heic', '\0\0\0\x18ftypheic', 'IMG_1.heic'],
		['IMG_1.jpeg', 'image/jpeg', Buffer.from('ffd8ffe0', 'hex'), 'IMG_1.jpeg'],
		['IMG_1.png', 'image/png', Buffer.from('ffd8ffe0', 'hex'), 'IMG_1.png.jpg'],
	])('of %s, as %s, gets no extension twice', async (given, type, content, name) => {
		const disposition = `attachment; filename="${given}"`;
		const headers = { 'content-type': type, 'content-disposition': disposition };
		serve({ photo_1_file_url: `${base}/p` }, { '/p': send(content, headers) });
		expect((await proof()).items[0]?.binary?.data?.fileName).toBe(name);
	});
});

it('is a document also where its first piece is of two bytes', async () => {
	answer = async (_request, response) => {
		response.write('%P');
		await new Promise((resolve) => setTimeout(resolve, 20));
		response.end('DF-1.4\n%%EOF\n');
	};
	expect((await document()).items[0]?.binary?.data?.mimeType).toBe('application/pdf');
});

const foreign = async (answers: ApiAnswer[], address: string) => {
	const sent: ApiRequest[] = [];
	const client = mock<ApiClient>({
		baseUrl: 'https://app.detrack.com/api/v2',
		send: async (request: ApiRequest) => {
			sent.push(request);
			return await Promise.resolve(answers[sent.length - 1]);
		},
		error: ({ message, description }: { message: string; description: string }) =>
			new Error(`${message} ${description}`),
	});
	const words = { what: 'photo', name: 'photo' };
	const outcome = await fetchFile(client, address, words).catch((error: Error) => error);
	return { outcome, sent: sent.map(({ url: to, withKey }) => [to, withKey === true]) };
};
const answered = (status: number, headers: Record<string, unknown> = {}): ApiAnswer => ({
	status,
	body: undefined,
	retryAfter: null,
	headers,
});

describe('the API key', () => {
	it('is kept from files at first, and given to the own host where it is needed', async () => {
		serve(
			{ signature_file_url: `${base}/s.png?X-Signed=1` },
			{
				'/s.png?X-Signed=1': (request, response) =>
					request.headers['x-api-key'] === DETRACK_API_KEY
						? send(Buffer.from('89504e470d0a1a0a', 'hex'))(request, response)
						: send('', {}, 401)(request, response),
			},
		);
		expect((await proof()).items[0]?.json).toMatchObject({ mimeType: 'image/png' });
		expect(asked.slice(1)).toEqual([
			['/s.png?X-Signed=1', undefined],
			['/s.png?X-Signed=1', DETRACK_API_KEY],
		]);
	});

	it('is not given to the download of an export, whatever it answers', async () => {
		answer = (request, response) => {
			const url = request.url ?? '';
			const data = url.includes('/status/')
				? { status: 'completed', download_url: `${base}/file.pdf?X-Amz-Signature=abc` }
				: { status_url: 'https://elsewhere.example/dn/jobs/export/status/77' };
			if (url.startsWith('/file.pdf')) return send(PDF)(request, response);
			return send(JSON.stringify({ data }), { 'content-type': 'application/json' })(
				request,
				response,
			);
		};
		const { items } = await runDetrack(base, 'downloadDocument', {
			jobs: 'several',
			doNumbers: 'A-1',
		});
		expect(items[0]?.json.fileName).toBe('pod-of-1-jobs.pdf');
		// The address of the status is not followed either: its host could be anybody's.
		expect(asked.map(([url, key]) => [url, key !== undefined])).toEqual([
			['/dn/jobs/bulk/export', true],
			['/dn/jobs/export/status/77', true],
			['/file.pdf?X-Amz-Signature=abc', false],
		]);
		expect(JSON.stringify(items)).not.toContain('X-Amz-Signature');
	});

	it.each([401, 403])('never reaches another host, also after %p', async (status) => {
		const { outcome, sent } = await foreign([answered(status)], 'https://pods.example/p.jpg?sig=1');
		expect(sent).toEqual([['https://pods.example/p.jpg?sig=1', false]]);
		expect(String(outcome)).toMatch(/The photo is not, or no longer, where Detrack says/);
		expect(String(outcome)).not.toContain('sig=1');
	});

	it('does not follow a redirect from the own host to another one', async () => {
		const redirect = answered(302, { location: 'https://pods.example/p.jpg' });
		const { sent } = await foreign(
			[answered(401), redirect, answered(401)],
			'https://app.detrack.com/p.jpg',
		);
		expect(sent).toEqual([
			['https://app.detrack.com/p.jpg', false],
			['https://app.detrack.com/p.jpg', true],
			['https://pods.example/p.jpg', false],
		]);
	});

	it('is not given to a host that only looks like the own one', async () => {
		for (const address of [
			'https://app.detrack.com.evil.example/p',
			'https://app.detrack.com:444/p',
		]) {
			const { sent } = await foreign([answered(403)], address);
			expect(sent).toEqual([[address, false]]);
		}
	});

	it('ends when redirects lead in circles', async () => {
		const redirect = answered(302, { location: '/again' });
		const { outcome, sent } = await foreign(
			Array.from({ length: 20 }, () => redirect),
			'https://pods.example/p.jpg',
		);
		expect(sent).toHaveLength(6);
		expect(String(outcome)).toMatch(/The address of the photo leads in circles/);
	});
});

describe('an address that is not safe is not asked for', () => {
	it.each([
		'http://pods.example/photo.jpg',
		'file:///etc/passwd',
		'ftp://pods.example/photo.jpg',
		'photo.jpg',
	])('%s', async (url) => {
		serve({ photo_1_file_url: url });
		expect((await errorOf(proof())).message).toBe(
			'The address of the photo 1 of the job with the D.O. number "A-1" is not safe, so it was not asked for',
		);
		expect(asked).toHaveLength(1);
	});
});

describe('the network around n8n is not asked', () => {
	it.each([
		'https://169.254.169.254/latest/meta-data',
		'https://127.1/p.jpg',
		'https://[::ffff:10.0.0.1]/p.jpg',
		'https://erp.internal/p.jpg',
	])('as at %s, also where a redirect leads there', async (local) => {
		const refused = /^Error: The address of the photo is not safe.*not lead into your own network/s;
		expect(String((await foreign([], local)).outcome)).toMatch(refused);
		const redirect = answered(302, { location: local });
		const { outcome, sent } = await foreign([redirect], 'https://pods.example/p.jpg');
		expect(String(outcome)).toMatch(refused);
		expect(sent).toEqual([['https://pods.example/p.jpg', false]]);
	});

	it('unless Detrack itself is there', async () => {
		serve({ photo_1_file_url: 'https://127.0.0.1:1/p.jpg' });
		expect((await errorOf(proof())).message).toMatch(/could not be fetched: 127\.0\.0\.1:1 gave/);
	});
});

it('says that a link to a file works no longer', async () => {
	serve(
		{ photo_1_file_url: `${base}/p.jpg` },
		{ '/p.jpg': send('<Error><Code>AccessDenied</Code></Error>', {}, 403) },
	);
	const error = await errorOf(proof());
	expect(error.message).toBe(
		'The photo 1 of the job with the D.O. number "A-1" is not, or no longer, where Detrack says',
	);
	expect(error.description).toMatch(/^Such links may work for some minutes only/);
});

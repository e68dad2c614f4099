import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { fastify, type FastifyInstance } from 'fastify';

import { publishAll } from '../../build/publish';

interface Upload {
	name: string;
	'dist-tags': Record<string, string>;
	versions: Record<string, { version: string; dist: { tarball: string } }>;
	_attachments: Record<string, { data: string }>;
}

/** The part of npm's registry that publishing and packing ask. */
class Registry {
	readonly #app: FastifyInstance = fastify({ bodyLimit: 1e7 });
	readonly uploads = new Map<string, Upload>();
	/** A package that is refused once, as when npm has an outage. */
	refused = '';

	constructor() {
		this.#app.put<{ Params: { name: string }; Body: Upload }>('/:name', async (request, reply) => {
			const { name } = request.params;
			if (name === this.refused) {
				this.refused = '';
				return await reply.code(400).send({ error: 'not now' });
			}
			if (this.uploads.has(name)) return await reply.code(403).send({ error: 'published before' });
			this.uploads.set(name, request.body);
			return await reply.code(201).send({ ok: true });
		});
		this.#app.get<{ Params: { name: string } }>('/:name', async (request, reply) => {
			const upload = this.uploads.get(request.params.name);
			if (!upload) return await reply.code(404).send({ error: 'Not found' });
			const { _attachments, ...packument } = upload;
			return packument;
		});
		this.#app.get<{ Params: { name: string } }>('/:name/-/*', async (request, reply) => {
			const [file] = Object.values(this.uploads.get(request.params.name)?._attachments ?? {});
			return await reply.send(Buffer.from(file?.data ?? '', 'base64'));
		});
	}

	async open(): Promise<string> {
		return await this.#app.listen({ host: '127.0.0.1', port: 0 });
	}

	async close(): Promise<void> {
		await this.#app.close();
	}
}

const registry = new Registry();
let folder: string;
let npmOptions: string[];

beforeAll(async () => {
	const url = await registry.open();
	folder = await mkdtemp(path.join(tmpdir(), 'lastmile-publishing-'));
	npmOptions = [`--registry=${url}`, `--${url.replace('http:', '')}/:_authToken=words-0001`];
	for (const name of ['lastmile-all', 'lastmile-one']) {
		await mkdir(path.join(folder, name));
		await writeFile(
			path.join(folder, name, 'package.json'),
			JSON.stringify({ name, version: '1.2.3', files: ['index.js'] }),
		);
		await writeFile(path.join(folder, name, 'index.js'), '// one\n');
	}
});
afterAll(async () => {
	await registry.close();
	await rm(folder, { recursive: true });
});

async function publish(): Promise<string[]> {
	const lines: string[] = [];
	const folders = ['lastmile-all', 'lastmile-one'].map((name) => path.join(folder, name));
	await publishAll(folders, { npmOptions, log: (line) => lines.push(line) });
	return lines;
}

it('can be repeated after a failure half-way, and never replaces what is published', async () => {
	registry.refused = 'lastmile-one';
	await expect(publish()).rejects.toThrow(/npm did not finish/);
	expect([...registry.uploads.keys()]).toEqual(['lastmile-all']);

	expect(await publish()).toEqual([
		'lastmile-all@1.2.3 was published before, with the same files.',
		'lastmile-one@1.2.3 is published.',
	]);
	expect(Object.keys(registry.uploads.get('lastmile-one')?.versions ?? {})).toEqual(['1.2.3']);

	const changed = path.join(folder, 'lastmile-all', 'index.js');
	await writeFile(changed, (await readFile(changed, 'utf8')).replace('one', 'two'));
	await expect(publish()).rejects.toThrow(
		/^npm has lastmile-all@1\.2\.3 already, with other files in it\. .*set the next version/,
	);
});

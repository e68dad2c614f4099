import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { x as extract } from 'tar';
import { z } from 'zod';

import { packFolders } from '../../runtime/pack';
import type { InterceptedAnswer } from '../../test/support/intercept';

/** The registry that n8n installs from; another one is a matter of a licence. */
export const REGISTRY_HOST = 'registry.npmjs.org';

const manifestSchema = z.object({ name: z.string(), version: z.string() }).passthrough();
type Manifest = z.infer<typeof manifestSchema>;

interface Release {
	manifest: Manifest;
	tarball: Buffer;
}

/** Answers for npm's registry with packages that are on this machine, as far as n8n and npm ask. */
export class Registry {
	readonly #releases = new Map<string, Release[]>();

	/** Publishes an npm-packed package; the first one of a name stays its `latest`. */
	async publish(tarball: string, folder: string): Promise<Manifest> {
		const room = await mkdtemp(path.join(folder, 'publish-'));
		await extract({ file: tarball, cwd: room });
		const text = await readFile(path.join(room, 'package', 'package.json'), 'utf8');
		const manifest = manifestSchema.parse(JSON.parse(text));
		const others = this.#releases.get(manifest.name) ?? [];
		this.#releases.set(manifest.name, [...others, { manifest, tarball: readFileSync(tarball) }]);
		return manifest;
	}

	/** Publishes the same package once more, under another version. */
	async publishAs(version: string, tarball: string, folder: string): Promise<void> {
		const room = await mkdtemp(path.join(folder, 'next-'));
		await extract({ file: tarball, cwd: room, strip: 1 });
		const file = path.join(room, 'package.json');
		const manifest = manifestSchema.parse(JSON.parse(await readFile(file, 'utf8')));
		await writeFile(file, JSON.stringify({ ...manifest, version }));
		const outDir = path.join(room, 'packed');
		await mkdir(outDir);
		const [packed = ''] = await packFolders([room], outDir);
		await this.publish(packed, folder);
	}

	/** The answer to a URL: a package, one of its versions or tags, or a tarball. */
	answer({ pathname }: URL): InterceptedAnswer {
		const [name = '', version, file] = decodeURIComponent(pathname).slice(1).split('/');
		const releases = this.#releases.get(name);
		const latest = releases?.[0];
		if (!releases || !latest) return json(404, { error: 'Not found' });
		if (version === undefined) return json(200, packument(name, releases, latest));
		if (version === '-') {
			const found = releases.find(({ manifest }) => fileOf(manifest) === file);
			return found ? { statusCode: 200, body: found.tarball } : json(404, { error: 'Not found' });
		}
		const found =
			version === 'latest' ? latest : releases.find(({ manifest }) => manifest.version === version);
		return found ? json(200, described(found)) : json(404, { error: 'Not found' });
	}
}

function packument(name: string, releases: Release[], latest: Release): object {
	return {
		name,
		'dist-tags': { latest: latest.manifest.version },
		versions: Object.fromEntries(
			releases.map((release) => [release.manifest.version, described(release)]),
		),
	};
}

function described({ manifest, tarball }: Release): object {
	const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
	const address = `https://${REGISTRY_HOST}/${manifest.name}/-/${fileOf(manifest)}`;
	return { ...manifest, dist: { tarball: address, integrity } };
}

function fileOf({ name, version }: Manifest): string {
	return `${name}-${version}.tgz`;
}

function json(statusCode: number, body: object): InterceptedAnswer {
	const headers = { 'content-type': 'application/json' };
	return { statusCode, headers, body: JSON.stringify(body) };
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { Container } from '@n8n/di';
import { BinaryDataService } from 'n8n-core';
import type { IBinaryData } from 'n8n-workflow';

import { partly } from './mock';

/** n8n's binary storage: in files of a folder, or within the item as n8n's `default` mode has it. */
export class BinaryStore {
	readonly #service: BinaryDataService;

	private constructor(
		readonly folder: string,
		service: BinaryDataService,
	) {
		this.#service = service;
	}

	static async start(mode: 'filesystem' | 'default' = 'filesystem'): Promise<BinaryStore> {
		const folder = await mkdtemp(path.join(tmpdir(), 'lastmile-binary-'));
		type Parts = ConstructorParameters<typeof BinaryDataService>;
		const service = new BinaryDataService(
			partly<Parts[0]>({ mode, localStoragePath: folder }),
			partly<Parts[1]>({ error: () => undefined, warn: () => undefined }),
			partly<Parts[2]>({ info: () => undefined }),
		);
		await service.init();
		Container.set(BinaryDataService, service);
		return new BinaryStore(folder, service);
	}

	/** The bytes of a stored file. */
	async read(file: IBinaryData | undefined): Promise<Buffer> {
		if (file === undefined) throw new Error('There is no file.');
		return await this.#service.getAsBuffer(file);
	}

	async stop(): Promise<void> {
		await rm(this.folder, { recursive: true, force: true });
	}
}

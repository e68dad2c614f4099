import type { IDataObject } from 'n8n-workflow';

import { RoutigoApi } from '../../credentials/RoutigoApi.credentials';
import { Routigo } from '../../nodes/Routigo/Routigo.node';
import { ROUTIGO_API_KEY, ROUTIGO_BASE } from '../../sandbox/routigo/defaults';
import type { Run } from './executeNode';
import { flawIn } from './routigoInterface';
import { type OperationOptions, runOperation } from './runOperation';
import { type Asked, type Scripted, ScriptedServer } from './scripted';
import { StandInBench } from './standInBench';

export const API_KEY = 'regular-key-of-a-planner-1';

const ROUTIGO = {
	node: new Routigo(),
	credentialType: new RoutigoApi(),
	credential: { authentication: 'apiKey', apiKey: API_KEY, token: '' },
	timezone: 'Europe/Amsterdam',
};

/** The node with the API key of the sandbox's company. */
export const ROUTIGO_SANDBOX = {
	...ROUTIGO,
	credential: { ...ROUTIGO.credential, apiKey: ROUTIGO_API_KEY },
};

/** The RoutiGo node beside a sandbox of its own. */
export class RoutigoSandboxBench extends StandInBench {
	constructor() {
		super({ slug: 'routigo', apiPath: ROUTIGO_BASE, tested: ROUTIGO_SANDBOX });
	}
}

/**
 * The RoutiGo node beside a server that answers as a test says. Whatever the node asks is held
 * against RoutiGo's interface description; `check` belongs behind every test.
 */
export class RoutigoBench {
	#server: ScriptedServer | undefined;
	#answer: (asked: Asked) => Scripted = () => ({ status: 500, body: 'no script' });
	asked: Asked[] = [];

	async start(): Promise<void> {
		this.#server = await ScriptedServer.start((asked) => {
			this.asked.push(asked);
			return this.#answer(asked);
		});
	}

	async stop(): Promise<void> {
		await this.#server?.stop();
	}

	get url(): string {
		return this.#server?.url ?? '';
	}

	/** What RoutiGo answers from now on: always the same, or by request. */
	answers(answer: Scripted | ((asked: Asked) => Scripted)): void {
		this.asked = [];
		this.#answer = typeof answer === 'function' ? answer : () => answer;
	}

	/** The flaws of all requests since the last script. */
	flaws(): string[] {
		return this.asked.map(flawIn).filter((flaw) => flaw !== null);
	}

	/** Runs one operation of the RoutiGo node, such as `webhook.create`. */
	async run(
		operation: string,
		parameters: IDataObject,
		options: OperationOptions = {},
	): Promise<Run> {
		const credential = { baseUrl: this.url, ...options.credential };
		return await runOperation(ROUTIGO, operation, parameters, { ...options, credential });
	}
}

export const byId = (value: string): IDataObject => ({
	webhook: { __rl: true, mode: 'id', value },
});

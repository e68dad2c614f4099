import type { ICredentialDataDecryptedObject, IWebhookFunctions } from 'n8n-workflow';

import { Allowance } from './allowance';
import { chosenUrl } from './answering';
import { warnSparingly } from './sparingLog';
import { TriggerMemory } from './triggerMemory';
import type { WebhookVendor } from './webhookVendor';

/** A secret that was removed from a credential ends within this time. */
const KEPT_FOR_MS = 10_000;

/**
 * Refused calls have a credential read again: anybody can send them, so a few times at once, lest one of
 * a stranger keeps a new secret from counting, and then at most once a second.
 */
const READINGS_AT_ONCE = 5;
const READ_AGAIN_EVERY_MS = 1000;

interface Source<Secrets> {
	/** The credential's type. */
	type: string;
	/**
	 * What calls are verified with, and no more of the credential, as it is kept.
	 *
	 * @param credential `null` where it cannot be read
	 */
	secretsIn(credential: ICredentialDataDecryptedObject | null, context: IWebhookFunctions): Secrets;
	/** Whether there are any. */
	isReady(secrets: Secrets): boolean;
}

/**
 * The part of a vendor whose calls are verified with a credential. n8n decrypts a credential and starts
 * its expression engine for it each time it is asked (`getDecrypted` in its credentials-helper.js), which
 * costs more than all else in a call, so that its secrets are kept for ten seconds, by workflow, node,
 * URL and the id that the node holds of the credential. Before a refusal is final they are read again,
 * so that a changed secret counts at once.
 *
 * A credential that cannot be read counts as one without secrets: every call is then refused instead of
 * stored as a failed execution. Neither that nor one without secrets is kept.
 */
export function secretsFrom<Secrets>({
	type,
	secretsIn,
	isReady,
}: Source<Secrets>): Required<
	Pick<WebhookVendor<unknown, Secrets>, 'secrets' | 'isReady' | 'refresh'>
> {
	const memory = new TriggerMemory<KeptSecrets<Secrets>>();
	/** Calls for which the credential was read, so that to read it again tells nothing new. */
	const readFor = new WeakSet<IWebhookFunctions>();

	const keptOf = (context: IWebhookFunctions): KeptSecrets<Secrets> => {
		const key = keyOf(context, type);
		const first = () => new KeptSecrets(isReady);
		return key === null ? first() : memory.of(key, first);
	};
	const read = async (context: IWebhookFunctions): Promise<Secrets | null> => {
		try {
			const credential = await context.getCredentials<ICredentialDataDecryptedObject>(type);
			return secretsIn(credential, context);
		} catch (error) {
			const why = error instanceof Error ? error.message : 'unknown reason';
			warnSparingly(
				context,
				`${context.getNode().name}: the credential could not be read, so calls are refused: ${why}`,
			);
			return null;
		} finally {
			memory.forget((kept) => kept.isWorthless);
		}
	};

	return {
		isReady,
		async secrets(context) {
			const kept = keptOf(context);
			const { known } = kept;
			if (known !== null) return known;
			readFor.add(context);
			return (await kept.read(async () => await read(context))) ?? secretsIn(null, context);
		},
		async refresh(context) {
			const kept = keptOf(context);
			const isRead = readFor.has(context);
			return isRead ? kept.noteRead() : await kept.readAgain(async () => await read(context));
		},
	};
}

/** `null` where the node holds no credential, so that there is nothing to keep. */
function keyOf(context: IWebhookFunctions, type: string): string | null {
	const { id: node, credentials } = context.getNode();
	const credential = credentials?.[type]?.id;
	if (!credential) return null;
	return JSON.stringify([context.getWorkflow().id, node, credential, chosenUrl(context)]);
}

/** The secrets of one trigger. */
class KeptSecrets<Secrets> {
	readonly #again = new Allowance(READINGS_AT_ONCE, READ_AGAIN_EVERY_MS);
	readonly #isReady: (secrets: Secrets) => boolean;
	#latest: { secrets: Secrets; at: number } | null = null;
	/** The reading that is under way, one for all who wait for it; `null` comes of one that fails. */
	#reading: Promise<Secrets | null> | null = null;

	constructor(isReady: (secrets: Secrets) => boolean) {
		this.#isReady = isReady;
	}

	get known(): Secrets | null {
		if (this.#latest === null) return null;
		const isRecent = Math.abs(Date.now() - this.#latest.at) < KEPT_FOR_MS;
		return isRecent ? this.#latest.secrets : null;
	}

	get isWorthless(): boolean {
		return this.known === null && this.#reading === null;
	}

	async read(begin: () => Promise<Secrets | null>): Promise<Secrets | null> {
		this.#reading ??= this.#keep(begin).finally(() => {
			this.#reading = null;
		});
		return await this.#reading;
	}

	/** The same after a refusal; `null` also where that was done too often. */
	async readAgain(begin: () => Promise<Secrets | null>): Promise<Secrets | null> {
		return this.#reading !== null || this.#again.take() ? await this.read(begin) : null;
	}

	/** That a call was refused for which the credential has just been read. */
	noteRead(): null {
		this.#again.take();
		return null;
	}

	/** What is known counts on where the credential cannot be read just now. */
	async #keep(begin: () => Promise<Secrets | null>): Promise<Secrets | null> {
		const at = Date.now();
		const secrets = await begin();
		if (secrets !== null) this.#latest = this.#isReady(secrets) ? { secrets, at } : null;
		return secrets;
	}
}

import { FaultBoard } from './faults';
import { RequestLog } from './requests';
import { Settings, type SettingsSchema } from './settings';
import type { Services } from './vendor';

/** Something that a stand-in remembers; what has no snapshot ends with the process. */
export interface Part {
	reset(): void;
	/** Forgets what happened; without it, nothing did. */
	forget?(): void;
	snapshot?(): unknown;
	/** Takes up a snapshot; throws where it is not one. */
	restore?(kept: unknown): void;
}

/** What a stand-in is made of; its API and its control interface are two doors to it. */
export abstract class StandInService<S extends object = object> {
	readonly settings: Settings<S>;
	readonly faults = new FaultBoard();
	readonly requests = new RequestLog();

	constructor(
		readonly services: Services,
		schema: SettingsSchema<S>,
	) {
		this.settings = new Settings(schema);
	}

	/** What it remembers besides, by the names under which a state file has it. */
	abstract readonly parts: Readonly<Record<string, Part>>;

	/** Everything that logs must not show. */
	protected abstract secrets(): readonly string[];

	/** Has every secret masked from now on. */
	hideSecrets(): void {
		for (const secret of this.secrets()) this.services.mask.add(secret);
	}

	reset(): void {
		for (const part of [this.faults, this.requests]) part.clear();
		for (const part of Object.values(this.#all())) part.reset();
	}

	/** Forgets what happened, and leaves how all is set up. */
	forget(): void {
		for (const part of [this.faults, this.requests]) part.clear();
		for (const part of Object.values(this.#all())) part.forget?.();
	}

	/** Everything needed to go on after a restart. */
	snapshot(): Record<string, unknown> {
		const kept = Object.entries(this.#all()).filter(([, part]) => part.snapshot);
		return Object.fromEntries(kept.map(([name, part]) => [name, part.snapshot?.()]));
	}

	restore(kept: Readonly<Record<string, unknown>>): void {
		for (const [name, part] of Object.entries(this.#all())) part.restore?.(kept[name]);
		this.hideSecrets();
	}

	#all(): Readonly<Record<string, Part>> {
		return { settings: this.settings, ...this.parts };
	}
}

const HIDDEN = '••••';

/** How a secret may be shown: enough to tell two apart, not enough to use. */
export function hint(secret: string): string {
	return HIDDEN + secret.slice(-2);
}

/** Remembers every secret it was ever told, so that what is logged late is masked too. */
export class Mask {
	readonly #forms = new Map<string, string>();

	add(secret: string): void {
		const masked = hint(secret);
		const forms = [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)];
		for (const form of forms) this.#forms.set(form, masked);
	}

	text(text: string): string {
		let masked = text;
		for (const [form, replacement] of this.#forms) masked = masked.replaceAll(form, replacement);
		return masked;
	}

	/** Masks inside a JSON value of any depth, keys included. */
	value(value: unknown): unknown {
		if (typeof value === 'string') return this.text(value);
		if (Array.isArray(value)) return value.map((entry) => this.value(entry));
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(
			Object.entries(value).map(([key, entry]) => [this.text(key), this.value(entry)]),
		);
	}
}

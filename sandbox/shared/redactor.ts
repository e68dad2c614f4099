const HIDDEN = '••••';

/** How a secret may be shown: enough to tell two apart, not enough to use. */
export function hint(secret: string): string {
	return HIDDEN + secret.slice(-2);
}

/** Remembers every secret it was ever told, so that what is logged late is masked too. */
export class Redactor {
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

	/** Masks inside a JSON value of any depth. */
	value(value: unknown): unknown {
		if (value === undefined) return undefined;
		const parsed: unknown = JSON.parse(this.text(JSON.stringify(value)));
		return parsed;
	}
}

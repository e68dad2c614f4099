/** A parameter's name as Detrack writes it: `podTime` as `pod_time`, `address1` as `address_1`. */
export function snakeCase(name: string): string {
	return name.replace(/[A-Z]|\d+/g, (part) => `_${part.toLowerCase()}`);
}

import { VENDORS } from '../../vendors';
import type { Intercept } from './intercept';

/** Sends calls to the vendors' production hosts to the sandbox, path and query unchanged. */
export function routeVendors(intercept: Intercept, sandboxUrl: string): void {
	for (const { hosts, slug } of VENDORS) intercept.forward(hosts, `${sandboxUrl}/${slug}`);
}

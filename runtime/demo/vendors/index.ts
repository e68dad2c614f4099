import { exported } from '../../../build/exported';
import { type VendorEntry, VENDORS } from '../../../vendors';
import type { DemoVendor } from './demoVendor';

/** What the demo does for each vendor. */
export const DEMO_VENDORS: ReadonlyArray<
	DemoVendor & Pick<VendorEntry, 'slug' | 'name' | 'provider' | 'webhookUrl'>
> = VENDORS.map(({ slug, name, provider, webhookUrl }) => ({
	slug,
	name,
	provider,
	webhookUrl,
	...exported<DemoVendor>(`./runtime/demo/vendors/${slug}`, 'demo'),
}));

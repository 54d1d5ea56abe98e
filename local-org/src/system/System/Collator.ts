/** System.Collator: order of texts in the running user's language. */
import { PlatformObject } from '../../runtime/platformObject.ts';
import { platformClass } from '../define.ts';

class CollatorValue extends PlatformObject {
  readonly apexType = 'System.Collator';
  readonly collator: Intl.Collator;
  constructor(locale: string) {
    super();
    this.collator = new Intl.Collator(locale.split('_').slice(0, 2).join('-'));
  }
}

export default platformClass('System.Collator', {
  methods: {
    'static System.Collator getInstance()': (runtime) => new CollatorValue(runtime.userSettings.locale),
    'Integer compare(String source, String target)': (
      _runtime,
      self: CollatorValue,
      source: string | null,
      target: string | null,
    ) => self.collator.compare(source ?? '', target ?? ''),
  },
});

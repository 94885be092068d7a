import { layers } from '../state/city';
import { layerOrder } from '../state/layerOrder';
import { words } from '../state/prefs';
import { showToast } from '../state/toasts';
import { knowsWhoActs } from '../state/whoActs';
import { describeLayer, explainDescription } from './edit/describeLayer';
import { placesOf } from './placesOf';

/** Makes the order of this browser that of everyone. */
export async function shareOrder(): Promise<void> {
  if (!(await knowsWhoActs())) return;
  try {
    for (const { id, order } of placesOf(layers.value ?? [], layerOrder.value)) {
      const layer = layers.value?.find((one) => one.id === id);
      if (layer) await describeLayer(layer, { order });
    }
    layerOrder.value = [];
    showToast({ text: words.value.mapping.order.shared, tone: 'good' });
  } catch (error) {
    showToast({ text: explainDescription(error), tone: 'bad' });
  }
}

// The product's mark, where nothing else says yet what this is.
import icon from '../icons/icon.svg';

export function Mark() {
  return <img class="mark" src={icon} alt="Alongside" width={32} height={32} />;
}

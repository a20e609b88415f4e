// Opens the panel when the agent presses the extension's button. Holds no session state: the browser may stop it at any moment.
import browser from 'webextension-polyfill';

if (typeof chrome !== 'undefined' && chrome.sidePanel) {
  void chrome.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });
} else {
  // Firefox opens its sidebar only from within the press itself.
  browser.action.onClicked.addListener(() => void browser.sidebarAction.toggle());
}

// The board's page.
import { createApp } from 'vue';
import Board from './Board.vue';

createApp(Board).mount('main');

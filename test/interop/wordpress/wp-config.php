<?php
// The whole configuration comes from the environment, so that nothing of this run lies under /etc.
define( 'DB_HOST', 'localhost:' . getenv( 'INTEROP_DATABASE_SOCKET' ) );
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
define( 'WP_HOME', getenv( 'INTEROP_WORDPRESS_URL' ) );
define( 'WP_SITEURL', WP_HOME );
define( 'WP_DEFAULT_THEME', 'twentytwentythree' );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
// As on a server whose crontab asks for wp-cron.php: events run when the test asks for them, and not on any page view.
define( 'DISABLE_WP_CRON', true );
foreach ( array( 'AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE' ) as $name ) {
	define( $name . '_KEY', hash( 'sha256', WP_HOME . $name ) );
	define( $name . '_SALT', hash( 'sha256', $name . WP_HOME ) );
}
$table_prefix = 'wp_';
defined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );
require_once ABSPATH . 'wp-settings.php';

<?php
// Prints the version that was installed. The options are those of any new blog, but for readable addresses.
define( 'WP_INSTALLING', true );
require __DIR__ . '/bootstrap.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

wp_install( 'A real WordPress', 'writer', 'writer@example.invalid', true, '', wp_generate_password( 24 ) );
$wp_rewrite->set_permalink_structure( '/%postname%/' );
flush_rewrite_rules( false );
echo $wp_version;
